import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { findChromium } from "./find-chromium";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "komponent-browser-"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function addProgram(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, "#!/bin/sh\n");
  chmodSync(path, 0o755);
  return path;
}

/** No step is said, because none is needed. */
function find(): string {
  return findChromium((step) => expect.fail(step));
}

describe("the Chromium of browser tests", () => {
  it("is the one that CHROMIUM_PATH names", () => {
    const path = addProgram("my-browser");
    vi.stubEnv("CHROMIUM_PATH", path);

    expect(find()).toBe(path);
  });

  it("is not looked for elsewhere when CHROMIUM_PATH names none", () => {
    vi.stubEnv("CHROMIUM_PATH", join(folder, "nothing"));

    expect(find).toThrow("CHROMIUM_PATH does not name a program.");
  });

  it("is the one without a window where there are both", () => {
    addProgram("chromium");
    const path = addProgram("chromium-headless-shell");
    vi.stubEnv("CHROMIUM_PATH", "");
    vi.stubEnv("PATH", folder);

    expect(find()).toBe(path);
  });

  it.each(["chromium", "google-chrome"])("is %s on the path, before those in their usual places", (name) => {
    const path = addProgram(name);
    vi.stubEnv("CHROMIUM_PATH", "");
    vi.stubEnv("PATH", folder);

    expect(find()).toBe(path);
  });
});
