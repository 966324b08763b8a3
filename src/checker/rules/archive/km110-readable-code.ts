import { defineRule, everyBrand, type RuleContext } from "../../rule";
import type { Script } from "../../script/create-script";
import type { Stylesheet } from "../../style/create-stylesheet";

const longestLine = 1000;
const longestMean = 300;
const smallFile = 20_000;

export const km110 = defineRule({
  id: "KM110",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "The author's own code is readable: neither minified nor obfuscated.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "Moderators read the code. The more readable it is, the sooner they are done; code that hides what it does is not let in.",
  good: "a bundle with line breaks and the names that the author gave",
  bad: "one line of 190 kB; _0x3f2a[0]",
  check(context) {
    const { widget, report } = context;
    for (const script of widget.scripts) {
      if (widget.originOf(script.file) === "library") continue;
      const mark = findObfuscation(script.source);
      if (mark === null) judgeLines(context, script.file, blankLongTexts(script));
      else
        report({
          file: script.file,
          at: mark,
          severity: "error",
          message: "The code is obfuscated.",
          found: script.source.slice(mark, mark + 40),
          fix: "ship the code as it was written.",
        });
    }
    for (const sheet of widget.stylesheets)
      if (widget.originOf(sheet.file) !== "library") judgeLines(context, sheet.file, blankData(sheet));
  },
});

function judgeLines({ report }: RuleContext, file: string, text: string): void {
  const lines = text.split("\n");
  const long = lines.findIndex((line) => line.length > longestLine);
  const mean = Math.round(text.length / lines.length);
  if (long < 0 && (text.length <= smallFile || mean <= longestMean)) return;
  report({
    file,
    at: long < 0 ? 0 : lines.slice(0, long).join("\n").length + (long > 0 ? 1 : 0),
    message: "The code is minified.",
    found:
      long < 0 ? `lines of ${mean} characters on average` : `a line of ${lines[long]?.length} characters`,
    expected: "code with line breaks and indentation",
    fix: "build without minifying; a library keeps its name, *.min.js, or its licence banner.",
  });
}

/** The code with long texts and comments blanked: an SVG or a list of translations in one literal is data. */
function blankLongTexts(script: Script): string {
  const texts = [...script.nodesOf("Literal"), ...script.nodesOf("TemplateElement"), ...script.comments];
  const long = texts.filter((node) => node.end - node.start > 100).sort((a, b) => a.start - b.start);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of long) {
    if (start < at) continue;
    parts.push(script.source.slice(at, start), '""');
    at = end;
  }
  return [...parts, script.source.slice(at)].join("");
}

const dataUri = /url\(\s*(?:"data:[^"\n]*"|'data:[^'\n]*'|data:[^()"'\s]*)\s*\)/g;

function blankData({ source, comments }: Stylesheet): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of comments) {
    parts.push(source.slice(at, start));
    at = end;
  }
  return [...parts, source.slice(at)].join("").replace(dataUri, "url()");
}

function findObfuscation(source: string): number | null {
  const packed = source.search(/eval\s*\(\s*function\s*\(\s*p\s*,\s*a\s*,\s*c\s*,\s*k\s*,\s*e\s*,/);
  if (packed >= 0) return packed;
  const names = source.match(/\b_0x[0-9a-f]{3,}\b/g) ?? [];
  return names.length >= 5 || /\b_0x[0-9a-f]{3,}\s*[[(]/.test(source)
    ? source.search(/\b_0x[0-9a-f]{3,}\b/)
    : null;
}
