import type { Brand } from "../../manifest/locations";
import type { Profile } from "../rule";

/** What a project says about its checks, in `check.json` beside its package.json. Lists add to the built-in ones. */
export interface CheckConfig {
  readonly profile: Profile | null;
  readonly brand: Brand | null;
  /** The widget's code; for a private integration Kommo makes it at the upload, so it may be unknown. */
  readonly code: string | null;
  /** Beginnings of class names and ids that are the author's own, beside the code. */
  readonly prefixes: readonly string[];
  /** The root class of its styles. */
  readonly root: string | null;
  /** Hosts that public libraries may come from, beside Kommo's list; their findings stay warnings. */
  readonly libraryHosts: readonly string[];
  /** Words in foreign letters that may stand in any text: the names of languages, a brand. */
  readonly allowedWords: readonly { readonly word: string; readonly reason: string }[];
  /** The author is the CRM's own vendor. */
  readonly isVendor: boolean;
  /** The redirect address of the integration. */
  readonly redirectUrl: string | null;
  /** Content hashes of archives that are already published: KM111. */
  readonly published: readonly string[];
  /** The last archive that was uploaded: KM112. */
  readonly released: { readonly version: string; readonly hash: string } | null;
  readonly suppress: readonly Suppression[];
}

export interface Suppression {
  readonly rule: string;
  /** Path inside the archive, or null for a finding that has none. */
  readonly file: string | null;
  readonly line: number | null;
  readonly reason: string;
  /** ISO date; the suppression ends with that day. */
  readonly until: string | null;
}

export const emptyConfig: CheckConfig = {
  profile: null,
  brand: null,
  code: null,
  prefixes: [],
  root: null,
  libraryHosts: [],
  allowedWords: [],
  isVendor: false,
  redirectUrl: null,
  published: [],
  released: null,
  suppress: [],
};
