import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import { hole } from "../../script/fold-string";

export const km113 = defineRule({
  id: "KM113",
  clause: "Quality rule of this checker: an archive that every system unpacks alike",
  title: "The archive is sound, its names are safe and equal letter by letter to what the code asks for.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  why: "A name that leads outside, a link, a password or a broken header makes an archive that no system should unpack. Kommo's servers tell capital letters apart; many developers' machines do not.",
  good: "images/logo.png",
  bad: '../x.js; the code asks for "images/Banner.png" and the file is images/banner.png',
  check(context) {
    const { widget, report } = context;
    for (const { entry, ...fault } of widget.faults) report({ file: entry, ...fault });
    for (const path of widget.files.keys()) {
      if (/^[!-~]+$/.test(path)) continue;
      report({
        file: path,
        severity: "warning",
        message: path.includes(" ") ? "The name holds a blank." : "The name holds letters beyond ASCII.",
        found: path,
        expected: "Latin letters, digits, - and _",
        fix: "rename the file.",
      });
    }
    for (const file of widget.oversized)
      report({
        file,
        message: "The file is too big to be looked into; no other rule says anything about it.",
        found: `${Math.round((widget.files.get(file)?.length ?? 0) / 1000)} kB`,
        expected: "a few hundred kB",
      });
    reportWrongCase(context);
  },
});

function reportWrongCase({ widget, report }: RuleContext): void {
  const names = [...widget.files.keys()].filter((path) => path.includes("/") && !path.endsWith(".js"));
  const byLowerCase = new Map(names.map((path) => [path.toLowerCase(), path]));
  for (const file of widget.files.keys()) {
    if (widget.originOf(file) === "library" || widget.oversized.includes(file)) continue;
    for (const { text, at } of widget.referencesOf(file)) {
      const asked = trimPath(text);
      const path = asked === null ? undefined : byLowerCase.get(asked.toLowerCase());
      if (asked === null || path === undefined || path === asked || widget.files.has(asked)) continue;
      const message = "The code asks for a file whose name differs in capital letters.";
      report({ file, at, message, found: asked, expected: path, fix: "write it as the file is named." });
    }
  }
}

/** The path inside the archive that a text ends with: what follows the last part that the script puts in. */
function trimPath(text: string): string | null {
  const path = text
    .slice(text.lastIndexOf(hole) + 1)
    .replace(/^text!/, "")
    .replace(/[?#].*$/, "")
    .replace(/^\.?\//, "");
  return /^[^\s:"'<>]+\/[^\s:"'<>/]+\.\w+$/.test(path) ? path : null;
}
