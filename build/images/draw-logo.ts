import { createProblem, UserError, type Problem } from "../../src/manifest/problem";
import { drawingFile } from "./read-drawing";
import { parseSvg, renderSvg } from "./render-svg";

/**
 * Draws a logo of an exact size: the drawing in the middle, as large as a margin allows. Kommo asks for 10 pixels of
 * margin in logo_main.png; an eighth of the height gives all of them room. (Kommo: Images; Getting listed)
 *
 * @throws UserError KB613 where the file is no drawing, KB614 where nothing of it can be seen
 */
export async function drawLogo(
  svg: string,
  { width, height }: { width: number; height: number },
): Promise<Uint8Array> {
  // A broken picture inside a page is left out without a word; by itself it throws.
  await parseSvg(svg).catch((error: unknown) => {
    throw new UserError(describeBroken(error));
  });
  const { png, isBlank } = await renderSvg(putOnPage(svg, width, height));
  if (isBlank) throw new UserError(blank);
  return png;
}

function putOnPage(svg: string, width: number, height: number): string {
  const margin = Math.round(height / 8);
  const data = Buffer.from(dropSize(svg)).toString("base64");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<image x="${margin}" y="${margin}" width="${width - 2 * margin}" height="${height - 2 * margin}" ` +
    `href="data:image/svg+xml;base64,${data}"/></svg>`
  );
}

// resvg 2.6 takes the viewBox for a missing width or height alone, and distorts what browsers draw well.
function dropSize(svg: string): string {
  return svg.replace(/<svg\b[^>]*>/, (tag) =>
    /\sviewBox\s*=/.test(tag) ? tag.replaceAll(/\s(?:width|height)\s*=\s*(?:"[^"]*"|'[^']*')/g, "") : tag,
  );
}

function describeBroken(error: unknown): Problem {
  return createProblem({
    code: "KB613",
    message: "The file cannot be drawn.",
    file: drawingFile,
    line: 1,
    column: 1,
    found: error instanceof Error ? error.message : String(error),
    expected: "an SVG drawing with a size or a viewBox",
    fix: "export it anew as plain SVG.",
  });
}

const blank = createProblem({
  code: "KB614",
  message: "Nothing of the drawing can be seen.",
  file: drawingFile,
  line: 1,
  column: 1,
  expected: "shapes with a colour, inside the viewBox",
  fix: "open it in a browser: what is seen there is drawn.",
});
