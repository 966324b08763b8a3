/** Where a box stands in the window, as far as its own declarations say it. */
export interface Box {
  readonly position: string;
  /** z-index; 0 where there is none. */
  readonly level: number;
  /** The sides of the window that it touches. */
  readonly sides: ReadonlySet<Side>;
  /** Share of the window, from 0 to 1; 0 where it is not given as one. */
  readonly width: number;
  readonly height: number;
}

type Side = "top" | "right" | "bottom" | "left";

const order: readonly Side[] = ["top", "right", "bottom", "left"];

/** Reads declarations, later ones over earlier ones. */
export function readBox(declarations: readonly (readonly [property: string, value: string])[]): Box {
  const sides = new Map<Side, string>();
  let box: Pick<Box, "position" | "level" | "width" | "height"> = {
    position: "",
    level: 0,
    width: 0,
    height: 0,
  };
  for (const [property, given] of declarations) {
    const value = given.replace(/\s*!important$/, "").toLowerCase();
    if (property === "position") box = { ...box, position: value.replace(/^-webkit-/, "") };
    else if (property === "z-index") box = { ...box, level: Number(value) || 0 };
    else if (property === "inset") for (const [side, part] of splitInset(value)) sides.set(side, part);
    else if (order.some((side) => side === property)) sides.set(property as Side, value);
    else if (/^(?:min-)?width$/.test(property))
      box = { ...box, width: Math.max(box.width, readShare(value)) };
    else if (/^(?:min-)?height$/.test(property))
      box = { ...box, height: Math.max(box.height, readShare(value)) };
  }
  return { ...box, sides: new Set([...sides].flatMap(([side, value]) => (isZero(value) ? [side] : []))) };
}

/** True for a box that is as wide as most of the window. */
export function isWide({ sides, width }: Box): boolean {
  return width >= 0.6 || (sides.has("left") && sides.has("right"));
}

/** True for a box that is as high as most of the window. */
export function isHigh({ sides, height }: Box): boolean {
  return height >= 0.6 || (sides.has("top") && sides.has("bottom"));
}

function splitInset(value: string): readonly (readonly [Side, string])[] {
  const [top = "", right = top, bottom = top, left = right] = value.split(/\s+/);
  return [
    ["top", top],
    ["right", right],
    ["bottom", bottom],
    ["left", left],
  ];
}

function isZero(value: string): boolean {
  return /^-?0(?:px|r?em|%)?$/.test(value);
}

/** `100%`, `100vw`; of `calc(100% - 20px)` the share that it begins with. */
function readShare(value: string): number {
  const share = /^(?:calc\()?(\d{1,3}(?:\.\d+)?)(?:%|[sdl]?v[wh])/.exec(value)?.[1];
  return share === undefined ? 0 : Number(share) / 100;
}
