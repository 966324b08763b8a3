import { findClassLibrary } from "../../lists/host-classes";
import { nameAreas } from "../../page/name-areas";
import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import { listLayers, type Layer } from "./list-layers";
import { isHigh, isWide } from "./read-box";

/** Somebody opened these, and can close them. */
const closable = /modal|pop-?up|dialog|overlay|backdrop|light-?box|drawer|mask|(?<!p)layer/i;
/** These are small, and go by themselves. */
const passing =
  /tool-?tip|pop-?over|drop-?down|toast|snack|notif|alert|hint|menu|select|picker|autocomplete|suggest|calendar|drag|ghost/i;
const highest = 1000;

export const km802 = defineRule({
  id: "KM802",
  clause: "Kommo: Public integration checklist, Publish an integration; amoCRM: Requirements",
  title: "Nothing covers or blocks the CRM's controls.",
  severity: "warning",
  kind: "heuristic",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script", "style"],
  why: "Who cannot reach a button of the CRM does not know which widget lies over it.",
  good: "new Modal({ class_name: 'acme-modal', init: draw });",
  bad: ".acme-cover { position: fixed; inset: 0; }\n.acme-button { position: fixed; z-index: 99999; }",
  statement:
    "No control of the CRM is covered or blocked at any size of the window, and every layer of ours can be closed.",
  evidence: (context) => describeLayers(context),
  evidenceFiles: /\.(?:js|css|html?|twig)$/i,
  check(context) {
    for (const layer of listLayers(context)) {
      const message = isWindow(context, layer) ? null : judge(layer);
      if (message === null) continue;
      context.report({
        file: layer.file,
        at: layer.at,
        message,
        found: describe(layer),
        expected: "a window of the CRM's (lib/components/base/modal) that the user opens and closes",
      });
    }
  },
  inPage: {
    sees: ["cover"],
    describe: (sight) => ({
      message: `Controls of the CRM are covered ${nameAreas(sight)}.`,
      found: `${sight.subject}: ${sight.detail}`,
      expected: "a window of the CRM's (lib/components/base/modal) that the user opens and closes",
    }),
  },
});

function judge({ name, box, isHidden }: Layer): string | null {
  if (isHidden || closable.test(name) || isLibrarys(name)) return null;
  if (box.position === "fixed" && isWide(box) && isHigh(box)) return "This layer covers the whole window.";
  return box.level >= highest && !passing.test(name)
    ? `With z-index ${box.level} it lies over whatever the CRM shows.`
    : null;
}

/** A layer without a name in a script that closes what it opens. */
function isWindow({ widget }: RuleContext, { file, name }: Layer): boolean {
  if (name !== "") return false;
  const script = widget.scripts.find((candidate) => candidate.file === file);
  return script !== undefined && script.once(closesWindows);
}

function closesWindows({ source }: Script): boolean {
  return /\bon_?close\b|\b(?:close|hide)_?(?:modal|popup|dialog|overlay|window)\b/i.test(source);
}

function isLibrarys(name: string): boolean {
  return (name.match(/[\w-]+/g) ?? []).some((token) => findClassLibrary(token) !== null);
}

function describe({ name, box }: Layer): string {
  const parts = [box.position, box.level === 0 ? "" : `z-index ${box.level}`].filter((part) => part !== "");
  return `${name.slice(0, 100) || "an element without a name"}: ${parts.join(", ")}`;
}

function describeLayers(context: RuleContext): string | null {
  const layers = listLayers(context).filter(({ box }) => box.position === "fixed" || box.level >= highest);
  const list = layers.map(
    (layer) => `${describe(layer)} (${layer.file}:${context.widget.positionOf(layer.file, layer.at).line})`,
  );
  if (list.length === 0) return null;
  return list.length > 40 ? `${list.slice(0, 40).join("; ")} and ${list.length - 40} more` : list.join("; ");
}
