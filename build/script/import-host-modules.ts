import type { Message, OnResolveArgs, OnResolveResult, Plugin } from "../bundler";
import { hostModulePattern } from "./host-modules";

/** One entry of the list in `define([...], function (...) {`. */
export interface Dependency {
  readonly name: string;
  readonly parameter: string;
}

export interface HostImports {
  readonly plugin: Plugin;
  /** The dependency of a host module that a finished bundle holds, by the name that esbuild lists it under. */
  dependencyOf(input: string): Dependency | undefined;
  /** Takes note of members that were imported by name; true when there were new ones and another run is worth it. */
  learn(messages: readonly Message[]): boolean;
}

/**
 * Keeps the host's modules out of the bundle: each import becomes a small module whose default export is the
 * parameter of the function inside `define()`. An AMD module has one value and no list of names, so the members that
 * are imported by name (`import { map } from "underscore"`) are learned from what esbuild misses in the first run.
 */
export function createHostImports(): HostImports {
  const dependencies = new Map<string, Dependency>();
  const members = new Map<string, Set<string>>();

  return {
    plugin: {
      name: "host-modules",
      setup(build) {
        build.onResolve({ filter: hostModulePattern }, take);
        build.onResolve({ filter: /^module$/ }, (args) =>
          args.pluginData === loaderItself ? take(args) : null,
        );
        build.onLoad({ filter: /./, namespace: importedNamespace }, ({ path }) => ({
          contents: writeModule(parameterOf(path), members.get(path) ?? new Set()),
        }));
        build.onLoad({ filter: /./, namespace: requiredNamespace }, ({ path }) => ({
          contents: `module.exports = ${parameterOf(path)};`,
        }));
      },
    },
    dependencyOf(input) {
      const match = /^host(?:-required)?:(.*)$/s.exec(input);
      return match === null ? undefined : dependencies.get(match[1] as string);
    },
    learn(messages) {
      let learned = false;
      for (const { text } of messages) {
        const [, name, module] = missingExport.exec(text) ?? missingProperty.exec(text) ?? [];
        if (name === undefined || module === undefined || name === "default") continue;
        const known = members.get(module) ?? new Set();
        members.set(module, known);
        learned ||= !known.has(name);
        known.add(name);
      }
      return learned;
    },
  };

  function take({ path, kind }: OnResolveArgs): OnResolveResult {
    remember(path);
    const namespace = kind === "require-call" ? requiredNamespace : importedNamespace;
    return { path, namespace, sideEffects: false };
  }

  function remember(name: string): void {
    if (dependencies.has(name)) return;
    const taken = new Set([...dependencies.values()].map(({ parameter }) => parameter));
    dependencies.set(name, { name, parameter: chooseParameter(name, taken) });
  }

  function parameterOf(name: string): string {
    return dependencies.get(name)?.parameter ?? chooseParameter(name, new Set());
  }
}

/** Marks our own modules that may import "module", the loader's; for everybody else it is a module of Node. */
export const loaderItself = Symbol("the loader itself");

const importedNamespace = "host";
const requiredNamespace = "host-required";

// esbuild 0.28: an error for a named import, a warning for a property of a namespace import. The groups stand in
// another order in each, hence the look-ahead.
const missingExport = /^(?=.* for import "([^"]+)"$)No matching export in "host:(.+)" for import /;
const missingProperty =
  /^Import "([^"]+)" will always be undefined because there is no matching export in "host:(.+)"$/;

function writeModule(parameter: string, members: ReadonlySet<string>): string {
  const named = [...members].sort().map((name) => `export var ${name} = ${parameter}.${name};`);
  return [`export default ${parameter};`, ...named].join("\n");
}

/** A readable name for the parameter: `lib/components/base/modal` → `modal`, `js-uuid` → `jsUuid`. */
function chooseParameter(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .replace(/^lib\/components\/base\//, "")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
  const camel = words.map((word, index) => (index === 0 ? word : capitalize(word))).join("");
  const base = /^[A-Za-z]/.test(camel) && !reserved.has(camel) ? camel : `host${capitalize(camel)}`;
  let parameter = base;
  for (let count = 2; taken.has(parameter); count++) parameter = `${base}${count}`;
  return parameter;
}

function capitalize(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

// Words that cannot name a parameter in strict code, and `define`, which the compiler takes from bundled libraries.
const reserved: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default define delete do else enum eval export " +
    "extends false finally for function if implements import in instanceof interface let new null package private " +
    "protected public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);
