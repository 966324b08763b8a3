import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createLocator } from "../../src/checker/widget/text-file";
import { createProblem, UserError, type Problem } from "../../src/manifest/problem";
import { checkText } from "../project/read-author-file";
import { countDrawnElements } from "./count-drawn-elements";

export const drawingFile = "images/logo.svg";

/** A logo is some kilobytes; what is larger would only keep the build busy. */
const largest = 512 * 1024;

/** What a drawing may come to when everything that it repeats is drawn out; a second's work at most. */
const mostElements = 20_000;

/**
 * Reads `images/logo.svg`; null where there is none. What would draw otherwise on the next machine, take for ever, or
 * reach outside the file is refused.
 *
 * @throws UserError KB610 to KB612, KB702
 */
export function readDrawing(root: string): string | null {
  const path = join(root, drawingFile);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return null;
  if (stats.size > largest)
    throw new UserError(tooLarge(`${Math.ceil(stats.size / 1024)} KB`, `${largest / 1024} KB`));
  const bytes = readFileSync(path);
  const unreadable = checkText(drawingFile, bytes);
  if (unreadable !== null) throw new UserError(unreadable);
  const svg = bytes.toString("utf8");
  const visible = svg.replaceAll(/<!--[^]*?(?:-->|$)/g, (comment) => " ".repeat(comment.length));
  const fault = faults.find(({ pattern }) => pattern.test(visible));
  if (fault) throw new UserError(describe(visible, fault));
  if (countDrawnElements(visible, mostElements) > mostElements) {
    throw new UserError(tooLarge("parts that repeat each other", `${mostElements} shapes when all is drawn`));
  }
  return svg;
}

interface Fault {
  readonly pattern: RegExp;
  readonly code: string;
  readonly message: string;
  readonly fix: string;
}

const faults: readonly Fault[] = [
  {
    pattern: /<!DOCTYPE[^>]{0,500}\[|<!ENTITY/i,
    code: "KB612",
    message: "The drawing declares entities.",
    fix: "delete the DOCTYPE; export it as plain SVG.",
  },
  {
    pattern: /<(?:[\w-]+:)?(?:script|foreignObject)\b/i,
    code: "KB612",
    message: "The drawing holds what is no drawing.",
    fix: "delete it; export as plain SVG.",
  },
  {
    pattern:
      /(?:href|src)\s*=\s*["']\s*(?!#|data:image\/(?:png|jpeg|gif|webp)\b)|url\(\s*["']?(?!#)|@import/i,
    code: "KB612",
    message: "The drawing refers to something outside of it.",
    fix: "embed the picture, or draw it.",
  },
  {
    pattern: /<(?:[\w-]+:)?filter\b/i,
    code: "KB612",
    message: "The drawing has filters, such as shadows, which every program draws otherwise.",
    fix: "draw it without them, or put the PNG files beside it yourself.",
  },
  {
    pattern: /<(?:[\w-]+:)?text\b/i,
    code: "KB611",
    message: "The drawing holds text, which would look different on every machine.",
    fix: 'turn it into paths (Inkscape: "Object to Path", Figma: "Flatten").',
  },
];

function describe(svg: string, { pattern, code, message, fix }: Fault): Problem {
  const match = pattern.exec(svg) as RegExpExecArray;
  return createProblem({
    code,
    message,
    file: drawingFile,
    ...createLocator(svg)(match.index),
    found: match[0],
    expected: "shapes only",
    fix,
  });
}

function tooLarge(found: string, most: string): Problem {
  return createProblem({
    code: "KB610",
    message: "The drawing is too large.",
    file: drawingFile,
    line: 1,
    column: 1,
    found,
    expected: `at most ${most}`,
    fix: "simplify it, or put the PNG files beside it yourself.",
  });
}
