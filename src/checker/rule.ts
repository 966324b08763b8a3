import type { Brand } from "../manifest/locations";
import type { CheckConfig } from "./config/check-config";
import type { Listing } from "./config/listing";
import type { PageEvidence, Sight, SightKind } from "./page-evidence";
import type { TextEdit } from "./fix/text-edit";
import type { Widget } from "./widget/create-widget";

export type Severity = "error" | "warning" | "manual" | "note";
export type Profile = "marketplace" | "private";
export type SourceKind = "script" | "style";

/**
 * One clause of the marketplace's checklist. A rule lives in a file of its own, finds one thing, and says in `why`,
 * `good` and `bad` what `komponent explain` and its page in docs/rules/ print.
 */
export interface Rule {
  /** Stable for ever. */
  readonly id: string;
  /** The pages that demand it, by their names. */
  readonly clause: string;
  /** What must be true, in one sentence. */
  readonly title: string;
  /** Of its findings, where a finding does not say otherwise. */
  readonly severity: Severity;
  /**
   * How far a machine can tell: exactly; by signs that may mislead; only in a running page; or not at all, so that a
   * person must look.
   */
  readonly kind: "exact" | "heuristic" | "page" | "attested";
  readonly profiles: readonly Profile[];
  readonly brands: readonly Brand[];
  /** Its errors stay errors in the private profile: the widget would not upload, not start, or leak. */
  readonly firm?: true;
  /** It holds for libraries too. The findings of all other rules in a library become one note a file. */
  readonly holdsInLibraries?: true;
  /** It has nothing to look at where manifest.json is missing or no object. */
  readonly needsManifest?: true;
  /** Nobody may suppress it. */
  readonly unsuppressable?: true;
  /** Kinds of file that its findings lie in, where an editor can show them: see build/lint. */
  readonly shownIn?: readonly SourceKind[];
  /**
   * Only the finished archive can tell: the build makes what it speaks of, or all files together decide. The sources
   * of a project, one by one, are not held against it.
   */
  readonly needsArchive?: true;
  /** Some of its findings have edits. */
  readonly mends?: true;
  readonly why: string;
  readonly good: string;
  readonly bad: string;
  /** What a person signs in attest.json, where the machine cannot see it all. */
  readonly statement?: string;
  /** What the machine saw, printed beside the statement; null where it saw nothing of interest. */
  readonly evidence?: (context: RuleContext) => string | null | Promise<string | null>;
  /** Files whose change makes a signed statement stale; all files where there is none. */
  readonly evidenceFiles?: RegExp;
  readonly check?: (context: RuleContext) => void | Promise<void>;
  /** What it finds beyond that when the widget was run. */
  readonly inPage?: PageHalf;
}

/** What a rule says about what was seen in the running page. Places, and what was not seen, are the frame's affair. */
export interface PageHalf {
  readonly sees: readonly SightKind[];
  /** Null for what breaks no clause. */
  describe(sight: Sight, context: RuleContext): Omit<Report, "file" | "at"> | null;
}

export interface RuleContext {
  readonly widget: Widget;
  readonly profile: Profile;
  readonly brand: Brand;
  readonly config: CheckConfig;
  /** The texts and pictures of the submission form, where the project keeps them. */
  readonly listing: Listing | null;
  /** What the widget did in a running page; null when it was not run. */
  readonly page: PageEvidence | null;
  /** ISO date of the check: 2026-11-21. */
  readonly today: string;
  report(report: Report): void;
  /** Says that the rule, or a part of what it should look at, was not checked. It must never look like a pass. */
  skip(reason: string): void;
}

/** What a rule says about one place. */
export interface Report {
  /** Path inside the archive; null for the archive itself, or what lies outside it. */
  readonly file: string | null;
  /** Offset in the file's text (UTF-16 units); null or absent for the whole file. */
  readonly at?: number | null;
  readonly message: string;
  readonly found?: string | null;
  readonly expected?: string | null;
  readonly fix?: string | null;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  /** What `--fix` would change in that file: must not change behaviour, and must leave nothing to do a second time. */
  readonly edits?: readonly TextEdit[];
}

export const everyProfile: readonly Profile[] = ["marketplace", "private"];
export const everyBrand: readonly Brand[] = ["kommo", "amocrm"];

/** Checks nothing at run time; it gives a rule its type without widening it. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
