import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { findPackageRoot } from "../package-root";
import { compileEntry } from "./compile-entry";
import type { BenchRow } from "./row";

/** What travels to every page, and what has to be installed. */
export const sizeRows: readonly BenchRow[] = [
  ...[
    { title: "hello card", entry: "hello", minified: 7.0, readable: 8.3 },
    { title: "hello card with one useState", entry: "hello-state", minified: 7.9, readable: 9.2 },
  ].flatMap(({ title, entry, minified, readable }): BenchRow[] => [
    { name: `${title}, minified, gzip`, budget: minified, unit: "KB", measure: measureEntry(entry, true) },
    { name: `${title}, readable, gzip`, budget: readable, unit: "KB", measure: measureEntry(entry, false) },
  ]),
  {
    name: "the framework's own share, minified, gzip",
    budget: 1.9,
    unit: "KB",
    measure: async () => ((await compileEntry("hello")).size - (await compileEntry("by-hand")).size) / 1000,
  },
  { name: "packages that building needs", budget: 40, unit: "", measure: async () => listPackages().length },
  {
    name: "their size",
    budget: 70,
    unit: "MB",
    measure: async () => sum(listPackages().map((path) => measureFolder(path))) / 1_000_000,
  },
];

function measureEntry(name: string, minify: boolean): BenchRow["measure"] {
  return async () => (await compileEntry(name, { minify })).size / 1000;
}

interface LockEntry {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Folders of the packages that building needs on this machine: all but sass-embedded and what it alone brings along. */
function listPackages(): string[] {
  const root = findPackageRoot();
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as {
    packages: Record<string, LockEntry>;
  };
  const found = new Set<string>();
  const collect = (path: string, names: readonly string[]): void => {
    for (const name of names) {
      const place = findInstalled(lock.packages, path, name);
      if (place === undefined || found.has(place) || !existsSync(join(root, place))) continue;
      found.add(place);
      const { dependencies, optionalDependencies } = lock.packages[place] ?? {};
      collect(place, Object.keys({ ...dependencies, ...optionalDependencies }));
    }
  };
  collect("", Object.keys(lock.packages[""]?.dependencies ?? {}));
  return [...found].map((place) => join(root, place));
}

/** Where Node would find a package for one that lies at a path of the lock file. */
function findInstalled(packages: Record<string, LockEntry>, from: string, name: string): string | undefined {
  for (let path = from; ; path = path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/")))) {
    const place = `${path === "" ? "" : `${path}/`}node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (path === "") return undefined;
  }
}

function measureFolder(path: string): number {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return sum(files.map((entry) => statSync(join(entry.parentPath, entry.name)).size));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
