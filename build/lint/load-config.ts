import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { emptyConfig, readCheckConfig, rules, type CheckConfig } from "../../src/checker";
import { completeConfig, loadCheckConfig } from "../check/load-settings";
import { findTarget } from "../check/find-target";
import type { Surroundings } from "./find-surroundings";
import { readOwnManifest } from "./read-own-manifest";

/** Settings as the linter's own configuration has them, unread, and what a message calls them. */
export interface GivenSettings {
  readonly name: string;
  readonly value: unknown;
}

/**
 * What holds for a file: the project's check.json and manifest, as for `komponent check`, and over them what the
 * linter's configuration says in the same words. Lists add.
 *
 * @throws UserError KB750
 */
export function loadConfig(
  surroundings: Exclude<Surroundings, { readonly kind: "none" }>,
  given: GivenSettings,
): CheckConfig {
  const project =
    surroundings.kind === "source" ? surroundings.root : findTarget(surroundings.folder).project;
  const config = project === null ? emptyConfig : loadCheckConfig(project);
  const manifest = project === null ? null : join(project, "widget", "manifest.ts");
  const whole =
    manifest === null || !existsSync(manifest)
      ? config
      : completeConfig(config, readOwnManifest(readFileSync(manifest, "utf8")));
  if (given.value === undefined) return whole;
  return mergeConfigs(whole, readCheckConfig(JSON.stringify(given.value), rules, given.name));
}

function mergeConfigs(base: CheckConfig, over: CheckConfig): CheckConfig {
  return {
    profile: over.profile ?? base.profile,
    brand: over.brand ?? base.brand,
    code: over.code ?? base.code,
    root: over.root ?? base.root,
    redirectUrl: over.redirectUrl ?? base.redirectUrl,
    released: over.released ?? base.released,
    isVendor: over.isVendor || base.isVendor,
    prefixes: [...base.prefixes, ...over.prefixes],
    libraryHosts: [...base.libraryHosts, ...over.libraryHosts],
    allowedWords: [...base.allowedWords, ...over.allowedWords],
    published: [...base.published, ...over.published],
    suppress: [...base.suppress, ...over.suppress],
  };
}
