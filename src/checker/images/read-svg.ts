import { readTags, type Tag } from "../texts/read-markup";
import { measurePath } from "./measure-path";

export interface Shape {
  /** As it is written: "#937AE9", "currentColor"; "black" where nothing is, "none" where nothing is drawn. */
  readonly fill: string;
  /** Of the box around it, in the picture's own units. */
  readonly area: number;
}

const drawn = /^(?:path|rect|circle|ellipse|polygon|polyline|line)$/;
const unseen = /^(?:defs|clippath|mask|symbol|pattern|lineargradient|radialgradient)$/;

/** The shapes that an SVG draws, with their colour; one that has only an outline counts with the outline's. */
export function listShapes(svg: string): readonly Shape[] {
  const rules = readClasses(svg);
  const stack: { name: string; fill: string; stroke: string; hidden: boolean }[] = [];
  const shapes: Shape[] = [];
  for (const tag of readTags(svg)) {
    if (tag.name.startsWith("/")) {
      const open = stack.findLastIndex(({ name }) => name === tag.name.slice(1));
      if (open >= 0) stack.length = open;
      continue;
    }
    const parent = stack.at(-1) ?? { fill: "black", stroke: "none", hidden: false };
    const fill = readPaint(tag, "fill", rules) ?? parent.fill;
    const stroke = readPaint(tag, "stroke", rules) ?? parent.stroke;
    const hidden = parent.hidden || unseen.test(tag.name);
    if (drawn.test(tag.name) && !hidden)
      shapes.push({ fill: fill === "none" ? stroke : fill, area: measureShape(tag) });
    const isClosed = svg.slice(tag.start, tag.end).endsWith("/>");
    if (!isClosed) stack.push({ name: tag.name, fill, stroke, hidden });
  }
  return shapes;
}

function readPaint({ attributes }: Tag, name: string, rules: ReadonlyMap<string, string>): string | null {
  const inStyle = readDeclaration(attributes.get("style") ?? "", name);
  const classes = (attributes.get("class") ?? "").split(/\s+/);
  const inClass = classes
    .map((item) => readDeclaration(rules.get(item) ?? "", name))
    .find((value) => value !== null);
  return inStyle ?? inClass ?? attributes.get(name) ?? null;
}

function readDeclaration(style: string, name: string): string | null {
  return new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*([^;}]+)`, "i").exec(style)?.[1]?.trim() ?? null;
}

const longestStyle = 20_000;

function readClasses(svg: string): ReadonlyMap<string, string> {
  const open = svg.search(/<style\b/i);
  const style = open < 0 ? "" : (svg.slice(open, open + longestStyle).split(/<\/style/i, 1)[0] ?? "");
  return new Map(
    [...style.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)].map((match) => [match[1] as string, match[2] as string]),
  );
}

function measureShape({ name, attributes }: Tag): number {
  const number = (attribute: string) => Number.parseFloat(attributes.get(attribute) ?? "0") || 0;
  if (name === "rect") return number("width") * number("height");
  if (name === "circle") return (2 * number("r")) ** 2;
  if (name === "ellipse") return 4 * number("rx") * number("ry");
  if (name === "line") return Math.abs(number("x1") - number("x2")) + Math.abs(number("y1") - number("y2"));
  return measurePath(attributes.get("d") ?? `M${attributes.get("points") ?? ""}`);
}
