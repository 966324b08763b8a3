import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findPackageRoot } from "../../../build/package-root";
import { listNotEmulated } from "./not-emulated";

it("the guide lists exactly what is not emulated", () => {
  const guide = readFileSync(join(findPackageRoot(), "docs", "emulator-sdk.md"), "utf8");
  const [, section = ""] = guide.split("## What is not");

  const listed = [...section.matchAll(/^- `(.+)`$/gm)].map(([, name]) => name);

  expect(listed).toEqual(listNotEmulated());
});
