import { generate, type Declaration } from "../../engines/css";
import { measureContrast, type Colour } from "../../images/colour-contrast";
import { defineRule, type Report, type RuleContext } from "../../rule";
import type { Stylesheet, StyleRule } from "../../style/create-stylesheet";
import { placeOfRule, readStyles } from "../../style/read-styles";
import { colourKindOf, readTheme, subjectOf, type ColourKind, type Theme } from "../../style/read-theme";

/** The dark theme's ground and text, against which a colour that the widget sets alone has to stand. */
const opposite: Readonly<Record<"text" | "ground", Colour>> = { text: [21, 48, 67], ground: [255, 255, 255] };

/** Kommo's palette is named for what each colour is for. */
const palettes: Readonly<Record<ColourKind, string>> = {
  text: "text",
  ground: "background",
  border: "border",
};

export const km509 = defineRule({
  id: "KM509",
  clause: "Kommo: Public integration checklist, Dark theme",
  title: "Colours follow the CRM's theme, or the widget sets the text and the ground together.",
  severity: "warning",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: ["kommo"],
  shownIn: ["style"],
  needsArchive: true,
  why: "In the dark theme black text stands on a dark ground. A palette variable, or a pair of text and ground, is readable in both.",
  good: ".acme-note { color: var(--palette-text-primary); }\n.acme-badge { color: #fff; background: #0a6; }",
  bad: ".acme-note { color: #000; }",
  check(context) {
    const { sheets } = readStyles(context);
    const theme = readTheme(sheets);
    for (const sheet of sheets) {
      const told = new Set<string>();
      for (const rule of sheet.rules) {
        checkPalette(context, sheet, rule);
        const report = checkRule(rule, theme);
        // The states of an element, `:hover` and the like, tell nothing new of it.
        const subject = rule.selectors.map(subjectOf).join();
        if (report === null || told.has(subject)) continue;
        told.add(subject);
        context.report({ file: sheet.file, at: placeOfRule(sheet, rule), ...report });
      }
    }
  },
});

type Told = Omit<Report, "file" | "at">;

function checkRule(rule: StyleRule, theme: Theme): Told | null {
  if (theme.isDark(rule)) return null;
  const fixed = new Map<ColourKind, Declaration>();
  for (const declaration of rule.declarations) {
    const kind = colourKindOf(declaration.property);
    const colour = kind === null ? null : theme.fixedColourOf(declaration.value);
    if (kind === null || colour === null || theme.hasTwin(rule, kind)) continue;
    if (kind === "border" || measureContrast(colour, opposite[kind]) < 3) fixed.set(kind, declaration);
  }
  const [kind, other] = fixed.has("text") ? (["text", "ground"] as const) : (["ground", "text"] as const);
  const declaration = fixed.get(kind);
  if (
    declaration !== undefined &&
    !setsColour(rule, other) &&
    !theme.paints(rule, other) &&
    !hasPartner(declaration, other, theme)
  )
    return {
      message: `This ${kind === "text" ? "text" : "ground"} keeps its colour in the dark theme, while what is ${kind === "text" ? "behind" : "on"} it changes.`,
      found: describe(declaration),
      expected: `a colour such as var(--palette-${palettes[kind]}-primary), or the ${other} in the same rule`,
    };
  const border = fixed.get("border");
  if (border === undefined || fixed.size > 1 || setsColour(rule, "ground") || theme.paints(rule, "ground"))
    return null;
  return {
    severity: "note",
    message: "This border keeps its colour in the dark theme.",
    found: describe(border),
    expected: "var(--palette-border-default)",
  };
}

/** True where the sheets hold a colour of the other kind that goes with this one, perhaps in the box around it. */
function hasPartner({ value }: Declaration, other: "text" | "ground", theme: Theme): boolean {
  const colour = theme.fixedColourOf(value);
  return colour !== null && theme.alone[other].some((partner) => measureContrast(colour, partner) >= 4.5);
}

function setsColour({ declarations }: StyleRule, kind: "text" | "ground"): boolean {
  return declarations.some(({ property }) => colourKindOf(property) === kind);
}

function checkPalette({ report }: RuleContext, sheet: Stylesheet, { declarations }: StyleRule): void {
  for (const declaration of declarations) {
    const kind = colourKindOf(declaration.property);
    const used =
      kind === null
        ? undefined
        : /--palette-(text|background|border)-/.exec(generate(declaration.value))?.[1];
    if (kind === null || used === undefined || used === palettes[kind]) continue;
    report({
      file: sheet.file,
      at: sheet.placeOf(declaration.loc?.start.offset ?? 0),
      message: `A variable for ${used === "background" ? "grounds" : `${used}s`} is used for ${declaration.property}.`,
      found: describe(declaration),
      expected: `a variable --palette-${palettes[kind]}-…`,
    });
  }
}

function describe(declaration: Declaration): string {
  return generate(declaration).slice(0, 100);
}
