import { measureContrast, readColour, type Colour } from "../../images/colour-contrast";
import { listShapes } from "../../images/read-svg";
import { readImage } from "../../images/read-image";
import { defineRule, type RuleContext } from "../../rule";
import { readTags } from "../../texts/read-markup";
import { listMenuIcons, type MenuIcon } from "./menu-icons";

const white: Colour = [255, 255, 255];
const navy: Colour = [0x15, 0x30, 0x43];
const leastContrast = 3;

export const km409 = defineRule({
  id: "KM409",
  clause: "Kommo: Public integration checklist, Left menu logos update",
  title: "The icon of the left menu is a safe SVG, readable in both themes.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: ["kommo"],
  needsManifest: true,
  why: "Every user of the account sees it all day, half of them on a dark ground. An SVG is a document: what runs in it runs in the CRM.",
  good: 'fill="#937AE9", 3.4 on white, 4.0 on #153043',
  bad: 'a PNG; fill="#000000" as the only icon, 1.5 on #153043',
  check(context) {
    for (const icon of listMenuIcons(context)) {
      const { format } = readImage(context.widget.files.get(icon.file) as Uint8Array);
      if (format === "svg") checkSvg(context, icon, context.widget.text(icon.file)?.text ?? "");
      else
        context.report({
          file: icon.file,
          // Kommo's own generator emits a PNG.
          severity: format === "png" ? "warning" : "error",
          message: "The icon of the menu is no SVG.",
          found: format,
          expected: "SVG",
        });
    }
  },
});

function checkSvg(context: RuleContext, { file, theme }: MenuIcon, svg: string): void {
  for (const { name, attributes, start } of readTags(svg)) {
    const tell = (message: string, severity: "error" | "warning" = "error") =>
      context.report({ file, at: start, severity, message, found: svg.slice(start, start + 80) });
    const link = attributes.get("href") ?? attributes.get("xlink:href") ?? "";
    if (name === "script" || name === "foreignobject") tell("The icon holds code or a foreign document.");
    else if ([...attributes.keys()].some((key) => /^on[a-z]+$/.test(key))) tell("The icon holds a handler.");
    else if (/^(?:https?:)?\/\/|^javascript:/i.test(link.trim())) tell("The icon leads outside.");
    else if (name === "image") tell("The icon holds a raster picture.");
    else if (name === "text") tell("The icon holds words.", "warning");
  }
  checkContrast(context, file, theme, svg);
}

function checkContrast(
  { report, skip }: RuleContext,
  file: string,
  theme: MenuIcon["theme"],
  svg: string,
): void {
  const largest = listShapes(svg)
    .filter(({ fill }) => fill !== "none")
    .toSorted((a, b) => b.area - a.area)[0];
  if (largest === undefined || /^currentcolor$/i.test(largest.fill)) return;
  const colour = readColour(largest.fill);
  if (colour === null) return skip(`the colour ${largest.fill.slice(0, 40)} of ${file} is decided in a page`);
  const grounds = [
    ...(theme === "dark" ? [] : [["#FFFFFF", white] as const]),
    ...(theme === "light" ? [] : [["#153043", navy] as const]),
  ];
  for (const [name, ground] of grounds) {
    const contrast = measureContrast(colour, ground);
    if (contrast >= leastContrast) continue;
    report({
      file,
      severity: "warning",
      message: `The icon is hard to see on ${name}.`,
      found: `${largest.fill}: contrast ${contrast.toFixed(2)}`,
      expected: "3.0 or more",
      fix: "take another colour, or an icon for each theme.",
    });
  }
}
