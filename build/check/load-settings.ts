import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  emptyConfig,
  readAttestations,
  readCheckConfig,
  readListing,
  rules,
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
  const read = (name: string) => {
    const path = join(project, name);
    return existsSync(path) ? readFileSync(path, "utf8") : null;
  };
  const check = read("check.json");
  const attest = read("attest.json");
  const listing = read("listing.json");
  const config = check === null ? emptyConfig : readCheckConfig(check, rules);
  const { name, distribution } = await readOwnManifest(project);
  return {
    config: {
      ...config,
      root: config.root ?? name,
      prefixes: name === null ? config.prefixes : [...config.prefixes, name],
      profile: config.profile ?? distribution,
    },
    attestations: attest === null ? null : readAttestations(attest, rules, today),
    listing: listing === null ? null : readListing(listing, (paths) => readFilesNamed(project, paths)),
  };
}

type OwnManifest = { readonly name: string | null; readonly distribution: "marketplace" | "private" | null };

async function readOwnManifest(project: string): Promise<OwnManifest> {
  if (!existsSync(join(project, "widget", "manifest.ts"))) return { name: null, distribution: null };
  const { evaluateManifest } = await import("../manifest/evaluate-manifest");
  const { value } = await evaluateManifest(openProject(project));
  const manifest = Object(value) as Record<string, unknown>;
  const name = typeof manifest["name"] === "string" ? manifest["name"] : null;
  return { name, distribution: manifest["distribution"] === "marketplace" ? "marketplace" : "private" };
}
