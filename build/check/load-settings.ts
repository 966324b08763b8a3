import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  emptyConfig,
  readAttestations,
  readCheckConfig,
  readListing,
  rules,
  type CheckConfig,
  type CheckOptions,
} from "../../src/checker";
import { readFilesNamed } from "../../src/checker/readers/read-files-named";
import { openProject } from "../project/open-project";

/**
 * What a project says about its checks: check.json, attest.json, listing.json, and of its manifest the name, which
 * is the root class of its styles, and the distribution, which is the profile.
 *
 * @throws UserError KB750 check.json, KB751 attest.json, KB752 listing.json, KB1xx the manifest
 */
export async function loadSettings(
  project: string,
  today: string,
): Promise<Pick<CheckOptions, "config" | "attestations" | "listing">> {
  const attest = readSetting(project, "attest.json");
  const listing = readSetting(project, "listing.json");
  const config = loadCheckConfig(project);
  const own = await evaluateOwnManifest(project);
  return {
    config: own === null ? config : completeConfig(config, own),
    attestations: attest === null ? null : readAttestations(attest, rules, today),
    listing: listing === null ? null : readListing(listing, (paths) => readFilesNamed(project, paths)),
  };
}

/** The project's check.json; throws UserError KB750. */
export function loadCheckConfig(project: string): CheckConfig {
  const text = readSetting(project, "check.json");
  return text === null ? emptyConfig : readCheckConfig(text, rules);
}

/** What a manifest says that matters to the checks. */
export interface OwnManifest {
  readonly name: string | null;
  readonly distribution: "marketplace" | "private";
}

/** The name of a project's widget is a prefix of its own, and its distribution the profile, unless check.json differs. */
export function completeConfig(config: CheckConfig, { name, distribution }: OwnManifest): CheckConfig {
  return {
    ...config,
    root: config.root ?? name,
    prefixes: name === null ? config.prefixes : [...config.prefixes, name],
    profile: config.profile ?? distribution,
  };
}

async function evaluateOwnManifest(project: string): Promise<OwnManifest | null> {
  if (!existsSync(join(project, "widget", "manifest.ts"))) return null;
  const { evaluateManifest } = await import("../manifest/evaluate-manifest");
  const { value } = await evaluateManifest(openProject(project));
  const manifest = Object(value) as Record<string, unknown>;
  const name = typeof manifest["name"] === "string" ? manifest["name"] : null;
  return { name, distribution: manifest["distribution"] === "marketplace" ? "marketplace" : "private" };
}

function readSetting(project: string, name: string): string | null {
  const path = join(project, name);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
