import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { findPackageRoot } from "../build/package-root";

const root = findPackageRoot();

/** Who may import whom. A room that is not named here may import nothing of ours. */
const allowed: Record<string, readonly string[]> = {
  "src/host": [],
  "src/protocol": [],
  "src/manifest": [],
  "src/runtime": ["src/host", "src/manifest"],
  "src/emulator": ["src/host", "src/protocol", "src/manifest"],
  "src/testing": ["src/emulator", "src/runtime", "src/manifest"],
  "src/checker": ["src/manifest"],
  "src/server": ["src/protocol"],
  build: [
    "src/host",
    "src/protocol",
    "src/manifest",
    "src/runtime",
    "src/emulator",
    "src/testing",
    "src/checker",
  ],
  widget: [],
};

const rooms = Object.keys(allowed);
const files = rooms
  .flatMap((room) => listSources(join(root, room)))
  .filter((file) => !/\.test\.tsx?$|\.test-d\.tsx?$|\.d\.ts$|[\\/]fixtures[\\/]/.test(file));

describe("the house", () => {
  it.each(rooms)("%s imports only the rooms it may", (room) => {
    const offences = files
      .filter((file) => roomOf(file) === room)
      .flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })))
      .filter(({ specifier }) => specifier.startsWith("."))
      .map(({ file, specifier }) => ({ file, target: roomOf(resolve(dirname(file), specifier)) }))
      .filter(({ target }) => target !== room && target !== undefined && !allowed[room]?.includes(target))
      .map(({ file, target }) => `${relative(root, file)} imports ${target}`);

    expect(offences).toEqual([]);
  });

  it("lets the runtime import only types of the manifest and of the host", () => {
    const offences = files
      .filter((file) => roomOf(file) === "src/runtime")
      .filter((file) =>
        /^(import|export) (?!type )[^;]*from "\.\.\/(\.\.\/)*(manifest|host)["/]/m.test(
          readFileSync(file, "utf8"),
        ),
      )
      .map((file) => relative(root, file));

    expect(offences).toEqual([]);
  });

  it("keeps the host's room to types, and one table of names", () => {
    const offences = files
      .filter((file) => roomOf(file) === "src/host" && !/\.d\.ts$|[\\/]members\.ts$/.test(file))
      .filter((file) =>
        /^(export )?(const|let|var|function|class|enum|import \{)/m.test(readFileSync(file, "utf8")),
      )
      .map((file) => relative(root, file));

    expect(offences).toEqual([]);
  });

  it("knows Node only in build and in the emulator's server", () => {
    const offences = files
      .filter(
        (file) =>
          !/^(build|src[\\/]emulator[\\/]server|src[\\/]server|src[\\/]testing|src[\\/]checker[\\/]readers)[\\/]/.test(
            relative(root, file),
          ),
      )
      .filter((file) => importsOf(file).some((specifier) => specifier.startsWith("node:")))
      .map((file) => relative(root, file));

    expect(offences).toEqual([]);
  });

  it("lets the widget import the framework by its public names only", () => {
    const offences = files
      .filter((file) => roomOf(file) === "widget")
      .filter((file) => importsOf(file).some((specifier) => /^(\.\.\/)+(src|build|test)\b/.test(specifier)))
      .map((file) => relative(root, file));

    expect(offences).toEqual([]);
  });

  it.each([
    "esbuild",
    "sass",
    "acorn",
    "fflate",
    "hono",
    "css-tree",
    "@resvg/resvg-js",
    "playwright-core",
    "stylelint",
  ])("knows %s in one file of the framework only", (engine) => {
    // The fuzzer is a user of the linters, as a test is.
    const users = files
      .filter((file) => !relative(root, file).startsWith(join("build", "fuzz")))
      .filter((file) =>
        importsOf(file).some((specifier) => specifier === engine || specifier.startsWith(`${engine}/`)),
      )
      .map((file) => relative(root, file));

    expect(users.length, users.join(", ")).toBeLessThanOrEqual(1);
  });
});

function listSources(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => join(folder, file));
  } catch {
    return [];
  }
}

function roomOf(file: string): string | undefined {
  const path = relative(root, file).replaceAll("\\", "/");
  return rooms.find((room) => path === room || path.startsWith(`${room}/`));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:from|import|import\()\s*"([^"]+)"/g)].map((match) => match[1] as string);
}
