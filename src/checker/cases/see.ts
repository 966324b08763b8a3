import { sightKinds, type PageEvidence, type Sight } from "../page-evidence";
import { unchanged, type BadCase, type RuleCase } from "./rule-case";

/** A run in which all areas were seen, and in them this. */
export function createEvidence(sights: readonly Partial<Sight>[]): PageEvidence {
  return {
    areas: [
      { area: "lcard", failure: null },
      { area: "settings", failure: null },
    ],
    removal: { failure: null },
    sights: sights.map((sight) => ({
      kind: sightKinds[0],
      areas: ["lcard"],
      subject: "div.acme",
      detail: "seen",
      places: [],
      ...sight,
    })),
  };
}

/** The sample, in whose page this was seen. */
export function seeing(...sights: readonly Partial<Sight>[]): RuleCase {
  return { ...unchanged, options: { page: createEvidence(sights) } };
}

/** The same for a rule that has something to say about it. */
export function finding(sight: Partial<Sight>, ...finds: BadCase["finds"]): BadCase {
  return { ...seeing(sight), finds };
}

/** One sight of every kind but these: what no other rule may speak of. */
export function seeingAllBut(...kinds: readonly Sight["kind"][]): RuleCase {
  return seeing(...sightKinds.filter((kind) => !kinds.includes(kind)).map((kind) => ({ kind })));
}
