import { nameAreas } from "../../page/name-areas";
import { defineRule } from "../../rule";
import { listLayers, type Layer } from "./list-layers";
import { isHigh, isWide } from "./read-box";

const opened = /modal|pop-?up|dialog|overlay|backdrop|light-?box|drawer|toast|snack|notif/i;

export const km803 = defineRule({
  id: "KM803",
  clause: "Kommo: Public integration checklist, Publish an integration",
  title: "No bar at the bottom of the window makes the page taller.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: ["kommo"],
  shownIn: ["script", "style"],
  why: "The CRM's pages end at the bottom of the window: a bar there hides their last line, or makes all of them scroll.",
  good: ".acme-phone { position: fixed; right: 20px; bottom: 20px; width: 300px; }",
  bad: ".acme-bar { position: fixed; left: 0; right: 0; bottom: 0; }",
  check(context) {
    for (const layer of listLayers(context)) {
      if (!isBar(layer)) continue;
      context.report({
        file: layer.file,
        at: layer.at,
        message: "This bar lies along the bottom of the window.",
        found: layer.name.slice(0, 100) || null,
        expected: "a block in an area of the widget's, or something small in a corner",
      });
    }
  },
  inPage: {
    sees: ["bar"],
    describe: (sight) => ({
      message: `Something lies along the bottom of the page ${nameAreas(sight)}.`,
      found: `${sight.subject}: ${sight.detail}`,
      expected: "a block in an area of the widget's, or something small in a corner",
    }),
  },
});

function isBar({ name, box }: Layer): boolean {
  if (opened.test(name) || !box.sides.has("bottom") || !isWide(box) || isHigh(box)) return false;
  // What sticks sticks to the box that scrolls around it; only an outermost element may have the page for that.
  return box.position === "fixed" || (box.position === "sticky" && !/\s/.test(name.trim()));
}
