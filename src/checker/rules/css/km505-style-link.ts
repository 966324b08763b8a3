import type { AnyNode } from "../../engines/javascript";
import { defineRule, everyBrand, everyProfile } from "../../rule";
import type { Script } from "../../script/create-script";
import { hole } from "../../script/fold-string";
import { listStyleLinks, type StyleLink } from "../../style/list-style-links";
import type { Widget } from "../../widget/create-widget";

export const km505 = defineRule({
  id: "KM505",
  clause: "Kommo: Styles; amoCRM: Requirements, script.js",
  title: "style.css is attached once, from the widget's own path, with its version.",
  severity: "warning",
  kind: "heuristic",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script", "style"],
  needsArchive: true,
  why: "Without the version the browser keeps the old sheet after an update. Without a test each visit adds another link to the page.",
  good: "if (!$('link[href=\"' + path + '\"]').length) $(\"head\").append('<link rel=\"stylesheet\" href=\"' + path + '?v=' + version + '\">');",
  bad: '$("head").append(\'<link rel="stylesheet" href="\' + path + \'/style.css">\');',
  check({ widget, report }) {
    for (const link of widget.once(listStyleLinks)) {
      if (link.url === null || /^(?:https?:)?\/\/[^\ufffc]/.test(link.url) || !/\.css\b/.test(link.url))
        continue;
      const fault = findFault(widget, link);
      if (fault === null) continue;
      report({ file: link.file, at: link.at, found: link.url.replaceAll(hole, "…"), ...fault });
    }
    for (const sheet of widget.stylesheets)
      for (const atrule of sheet.atrules)
        if (
          /^import$/i.test(atrule.name) &&
          atrule.prelude !== null &&
          !/\/\//.test(sheet.source.slice(atrule.loc?.start.offset, atrule.loc?.end.offset))
        )
          report({
            file: sheet.file,
            at: atrule.loc?.start.offset ?? 0,
            message: "A sheet that another one imports comes without a version.",
            fix: "put its rules into style.css.",
          });
  },
});

function findFault(widget: Widget, link: StyleLink): { message: string; fix: string } | null {
  const name = /[\w.-]{1,100}\.css\b/.exec(link.url ?? "")?.[0] ?? "style.css";
  // The version may be in the part that only the page knows, behind the name of the file.
  if (!/\.css(?:\?|\ufffc|[^?]*\ufffc)/.test(link.url ?? ""))
    return {
      message: `${name} is attached without the widget's version.`,
      fix: 'append "?v=" and get_settings().version to its address.',
    };
  if (widget.manifest.get("widget", "init_once") === true || isGuarded(link)) return null;
  return {
    message: `${name} is attached again at each visit.`,
    fix: "look for the link first, and add it where there is none.",
  };
}

/** A test that is commented out tests nothing. */
function looksForLinks(script: Script): boolean {
  return (
    script.nodesOf("Literal").some(({ value }) => typeof value === "string" && value.includes("link[")) ||
    script.nodesOf("TemplateElement").some(({ value }) => value.raw.includes("link[")) ||
    script
      .nodesOf("MemberExpression")
      .some(({ property }) => property.type === "Identifier" && property.name === "styleSheets")
  );
}

/** True where the script looks for its link, or attaches it under a condition, or within the markup of its block. */
function isGuarded({ script, node }: StyleLink): boolean {
  if (script.once(looksForLinks)) return true;
  for (let at: AnyNode | null = node; at !== null; at = at.parent) {
    if (/^(?:IfStatement|ConditionalExpression|LogicalExpression)$/.test(at.type)) return true;
    if (
      at.type === "Property" &&
      at.key.type === "Identifier" &&
      /^(?:render|body)$/.test(at.key.name) &&
      at.parent?.type === "ObjectExpression" &&
      at.parent.parent?.type === "CallExpression"
    )
      return true;
    if (
      at.type === "FunctionDeclaration" ||
      at.type === "FunctionExpression" ||
      at.type === "ArrowFunctionExpression"
    )
      if (
        /\breturn\b/.test(script.source.slice(at.start, node.start)) &&
        /\bif\s*\(/.test(script.source.slice(at.start, node.start))
      )
        return true;
  }
  return false;
}
