import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../src/manifest/problem";
import type { BundleResult } from "../bundler";
import { checkText } from "../project/read-author-file";
import type { SourceNames } from "./source-names";

export interface OwnSources {
  /** The author's own sources of a run, sorted: modules and JSON, packages and the framework aside. */
  list(result: BundleResult): string[];
  /**
   * Looks at their bytes, because esbuild replaces broken ones without a word and calls UTF-16 a syntax error: at all
   * that a run has met, or, where it failed, at those that it complains about. What did not change since the last run
   * is not read again.
   */
  check(result: BundleResult): Problem[];
}

export function createOwnSources(root: string, nameOf: SourceNames): OwnSources {
  const checked = new Map<string, { readonly stamp: string; readonly problem: Problem | null }>();
  return {
    list,
    check(result) {
      const complaints = result.errors.map(({ location }) => location?.file ?? "").filter(isOwn);
      return [...new Set([...list(result), ...complaints])].map(check).filter((problem) => problem !== null);
    },
  };

  function list({ metafile }: BundleResult): string[] {
    return Object.keys(metafile.inputs).filter(isOwn).sort();
  }

  function isOwn(input: string): boolean {
    return /^(?!\.\.)[^:]+\.(?:[cm]?[jt]sx?|json)$/.test(input) && nameOf(input) === input;
  }

  function check(input: string): Problem | null {
    const { mtimeMs, size } = statSync(join(root, input));
    const stamp = `${mtimeMs}:${size}`;
    const known = checked.get(input);
    if (known?.stamp === stamp) return known.problem;
    const problem = checkText(input, readFileSync(join(root, input)));
    checked.set(input, { stamp, problem });
    return problem;
  }
}
