import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createProblem, type Problem } from "../../src/manifest/problem";
import type { Size } from "../sizes/measure-sizes";
import type { Measured } from "../sizes/print-sizes";

/** What the build before left behind, in `.komponent/last-build.json`. */
export interface LastBuild extends Measured {
  readonly version: string;
  /** SHA-256 of the archive. */
  readonly hash: string;
}

export function hashArchive(zip: Uint8Array): string {
  return createHash("sha256").update(zip).digest("hex");
}

/** The build before; null where there was none or its note is not readable, which is no fault of the author's. */
export function readLastBuild(root: string): LastBuild | null {
  try {
    const { version, hash, sizes, shares } = JSON.parse(readFileSync(join(root, note), "utf8")) as Note;
    return { version, hash, sizes: new Map(Object.entries(sizes)), shares: new Map(Object.entries(shares)) };
  } catch {
    return null;
  }
}

export function writeLastBuild(root: string, { version, hash, sizes, shares }: LastBuild): void {
  mkdirSync(join(root, ".komponent"), { recursive: true });
  const content: Note = {
    version,
    hash,
    sizes: Object.fromEntries(sizes),
    shares: Object.fromEntries(shares),
  };
  writeFileSync(join(root, note), `${JSON.stringify(content, null, 2)}\n`);
}

/** Warns when the widget changed and its version did not: the CRM keeps files by the version. */
export function checkVersion(
  now: Pick<LastBuild, "version" | "hash">,
  before: LastBuild | null,
  file: string,
): Problem[] {
  if (before === null || before.hash === now.hash || before.version !== now.version) return [];
  return [
    createProblem({
      code: "KB740",
      severity: "warning",
      message: `The widget changed since the build before, and its version is still ${now.version}.`,
      file,
      expected: "a new version for every upload: the CRM and browsers keep the files of a version",
      fix: "raise the version before you upload this archive.",
    }),
  ];
}

const note = join(".komponent", "last-build.json");

interface Note {
  readonly version: string;
  readonly hash: string;
  readonly sizes: Record<string, Size>;
  readonly shares: Record<string, number>;
}
