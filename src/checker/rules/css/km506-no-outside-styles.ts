import { isKnownHost } from "../../widget/list-addresses";
import { readTags } from "../../texts/read-markup";
import { hole } from "../../script/fold-string";
import { walk, type CssNode, type WalkContext } from "../../engines/css";
import { isLibraryHost } from "../../lists/library-hosts";
import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { readStyles } from "../../style/read-styles";
import { listStyleLinks } from "../../style/list-style-links";

export const km506 = defineRule({
  id: "KM506",
  clause:
    "Kommo: Public integration checklist, Publish an integration (trusted sources only); amoCRM: Requirements (none)",
  title: "No style sheet, font or picture of the styles comes from outside.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  shownIn: ["script", "style"],
  why: "What another server sends can change any day, without anybody having looked at it.",
  good: '@font-face { font-family: acme-sans; src: url(fonts/sans.woff2); }\n.acme { background: url("data:image/png;base64,…"); }',
  bad: '@import "//cdn.example.net/bootstrap.css";\n.acme { background: url(https://acme.com/ground.png); }',
  check(context) {
    for (const sheet of readStyles(context).sheets) {
      const tell = (node: CssNode, url: string) =>
        judge(context, sheet.file, sheet.placeOf(node.loc?.start.offset ?? 0), url, "file");
      walk(sheet.root, {
        enter(this: WalkContext, node: CssNode) {
          if (node.type === "Url" && this.atrule?.name !== "import" && this.atrule?.name !== "namespace")
            tell(node, node.value);
          if ((node.type === "Url" || node.type === "String") && this.atrule?.name === "import")
            judge(context, sheet.file, sheet.placeOf(node.loc?.start.offset ?? 0), node.value, "sheet");
        },
      });
    }
    for (const link of context.widget.once(listStyleLinks))
      if (link.url !== null) judge(context, link.file, link.at, link.url, "sheet");
    for (const { file, text } of context.widget.templates)
      for (const tag of readTags(text))
        if (tag.name === "link" && /stylesheet/i.test(tag.attributes.get("rel") ?? ""))
          judge(context, file, tag.start, tag.attributes.get("href") ?? "", "sheet");
  },
});

function judge(
  { brand, config, report }: RuleContext,
  file: string,
  at: number,
  url: string,
  kind: "sheet" | "file",
): void {
  const host = /^\s*(?:https?:)?\/\/([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase();
  if (host === undefined || host.startsWith(hole) || !isKnownHost(host)) return;
  const isListed = brand === "kommo" && kind === "sheet" && isLibraryHost(host, config);
  report({
    file,
    at,
    ...(isListed && { severity: "warning" }),
    message: isListed
      ? `This style sheet comes from ${host}: a moderator will look at what it holds.`
      : `${kind === "sheet" ? "This style sheet" : "This file"} comes from ${host}.`,
    found: url.replaceAll(hole, "…").slice(0, 200),
    expected: "a file of the archive",
    fix: "put the file into the archive, under the widget's root class.",
  });
}
