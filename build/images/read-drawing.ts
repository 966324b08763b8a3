import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createLocator } from "../../src/checker/widget/text-file";
import { createProblem, UserError, type Problem } from "../../src/manifest/problem";

export const drawingFile = "images/logo.svg";

/** A logo is some kilobytes; what is larger would only keep the build busy. */
const largest = 512 * 1024;

/**
 * Reads `images/logo.svg`; null where there is none. What would draw otherwise on the next machine, or reach outside
 * the file, is refused.
 *
 * @throws UserError KB610–KB612
 */
export function readDrawing(root: string): string | null {
  const path = join(root, drawingFile);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) return null;
  if (stats.size > largest) throw new UserError(tooLarge(stats.size));
  const svg = readFileSync(path, "utf8");
  const fault = faults.find(({ pattern }) => pattern.test(svg));
  if (fault) throw new UserError(describe(svg, fault));
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
    pattern: /<!(?:DOCTYPE|ENTITY)/i,
    code: "KB612",
    message: "The drawing declares entities.",
    fix: "delete the DOCTYPE; export it as plain SVG.",
  },
  {
    pattern: /<(?:script|foreignObject)\b/i,
    code: "KB612",
    message: "The drawing holds what is no drawing.",
    fix: "delete it; export as plain SVG.",
  },
  {
    pattern: /(?:href|src)\s*=\s*["'](?!#|data:image\/)|url\(\s*["']?(?!#)/i,
    code: "KB612",
    message: "The drawing refers to something outside of it.",
    fix: "embed the picture, or draw it.",
  },
  {
    pattern: /<text\b/i,
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

function tooLarge(size: number): Problem {
  return createProblem({
    code: "KB610",
    message: "The drawing is too large.",
    file: drawingFile,
    found: `${Math.ceil(size / 1024)} KB`,
    expected: `at most ${largest / 1024} KB`,
    fix: "simplify it, or put the PNG files beside it yourself.",
  });
}
