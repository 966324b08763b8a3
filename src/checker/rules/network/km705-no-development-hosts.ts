import type { AnyNode } from "../../engines/javascript";
import { isDevelopmentHost } from "../../lists/hosts";
import { defineRule, everyBrand, everyProfile } from "../../rule";
import type { Script } from "../../script/create-script";
import { findLibrary } from "../../script/find-library";
import { hole } from "../../script/fold-string";
import type { Widget } from "../../widget/create-widget";
import { isLive } from "../../widget/list-addresses";

export const km705 = defineRule({
  id: "KM705",
  clause:
    "Kommo: Public integration checklist (no traces of development), Publish an integration; amoCRM: Requirements",
  title: "No address leads to a developer's machine.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script", "style"],
  firm: true,
  holdsInLibraries: true,
  why: "It answers to nobody but the developer; a tunnel's name may belong to somebody else tomorrow.",
  good: 'const api = "https://api.acme.com";',
  bad: 'const api = "https://localhost:8080";',
  check({ widget, report }) {
    for (const { file, at, host, url } of widget.addresses) {
      if (!isLive(file) || !isDevelopmentHost(host)) continue;
      const isText = file.startsWith("i18n/");
      // Libraries take it for the beginning of an address that has none.
      const isBare = /^https?:\/\/localhost\/?$/.test(url);
      if (isBare && standsIn(widget, file, at)) continue;
      const isBase = isBare || findLibrary(widget, file, at) !== null;
      report({
        file,
        at,
        ...((isText || isBase) && { severity: "warning" }),
        message: isText ? `The text names ${host}.` : `${host} is a developer's own.`,
        found: url.replaceAll(hole, "…").slice(0, 200),
        expected: "the address of your server",
      });
    }
  },
});

/** In place of the page's own address, where there is no page: `location.href || "http://localhost"`. */
function standsIn(widget: Widget, file: string, at: number): boolean {
  const script = widget.scripts.find((candidate) => candidate.file === file);
  const node = script?.once(indexTexts).get(at);
  if (script === undefined || !node?.parent) return false;
  const { parent } = node;
  if (parent.type === "NewExpression")
    return script.pathOf(parent.callee) === "URL" && parent.arguments[1] === node;
  const other =
    parent.type === "LogicalExpression"
      ? parent.left
      : parent.type === "ConditionalExpression" && parent.test !== node
        ? parent.consequent
        : null;
  if (other === null || other === node) return false;
  return /\blocation\b/.test(script.source.slice(other.start, Math.min(other.end, other.start + 300)));
}

function indexTexts(script: Script): ReadonlyMap<number, AnyNode> {
  return new Map(script.nodesOf("Literal").map((node) => [node.start, node]));
}
