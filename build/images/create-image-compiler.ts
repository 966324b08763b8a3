import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { listImages, type ManifestImage, type ManifestInput } from "../../src/manifest";
import { createProblem, UserError, type Problem } from "../../src/manifest/problem";
import { checkImage, checkWeight } from "./check-image";
import { drawLogo } from "./draw-logo";
import { drawingFile, readDrawing } from "./read-drawing";

export interface CompiledImages {
  /** What goes into the archive. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Those that were not there and were drawn from `images/logo.svg`. */
  readonly drawn: readonly string[];
}

export interface ImageCompiler {
  /** @throws UserError KB6xx */
  compile(): Promise<CompiledImages>;
}

/**
 * Collects the images that the manifest asks for. A logo that is missing is drawn from `images/logo.svg`; drawings are
 * kept while the drawing stays the same.
 */
export function createImageCompiler(root: string, manifest: ManifestInput): ImageCompiler {
  const wanted = listImages(manifest);
  let kept: { readonly svg: string; readonly logos: Map<string, Promise<Uint8Array>> } | undefined;
  return {
    async compile() {
      const svg = wanted.some((image) => canDraw(image) && !isThere(root, image)) ? readDrawing(root) : null;
      if (svg !== null && kept?.svg !== svg) kept = { svg, logos: new Map() };
      const results = await Promise.all(wanted.map((image) => take(image, svg)));
      const problems = results.flatMap((result) => result.problems);
      if (problems.length > 0) throw new UserError(problems);
      return {
        files: new Map(results.flatMap(({ path, bytes }) => (bytes ? [[path, bytes]] : []))),
        drawn: results.flatMap(({ path, isDrawn }) => (isDrawn ? [path] : [])),
      };
    },
  };

  async function take(image: ManifestImage, svg: string | null): Promise<Taken> {
    if (isThere(root, image)) return readPicture(root, image);
    if (!canDraw(image) || svg === null || !kept)
      return { path: image.path, problems: [describeMissing(image)] };
    const drawing = kept.logos.get(image.path) ?? drawLogo(svg, image.size);
    kept.logos.set(image.path, drawing);
    return { path: image.path, bytes: await drawing, isDrawn: true, problems: [] };
  }
}

interface Taken {
  readonly path: string;
  readonly bytes?: Uint8Array;
  readonly isDrawn?: true;
  readonly problems: readonly Problem[];
}

type Logo = ManifestImage & { readonly size: NonNullable<ManifestImage["size"]> };

function canDraw(image: ManifestImage): image is Logo {
  return image.size !== null && /^images\/logo\w*\.png$/.test(image.path);
}

function isThere(root: string, { path }: ManifestImage): boolean {
  return statSync(join(root, path), { throwIfNoEntry: false })?.isFile() ?? false;
}

function readPicture(root: string, image: ManifestImage): Taken {
  const { size } = statSync(join(root, image.path));
  const tooHeavy = checkWeight(image, size);
  if (tooHeavy) return { path: image.path, problems: [tooHeavy] };
  const bytes = readFileSync(join(root, image.path));
  return { path: image.path, bytes, problems: checkImage(image, bytes) };
}

function describeMissing(image: ManifestImage): Problem {
  const { path, size, use } = image;
  return createProblem({
    code: "KB601",
    message: `There is no ${path}, which is needed for ${use}.`,
    file: path,
    expected: size
      ? `a picture of ${size.width} × ${size.height} pixels`
      : "the icon that the manifest names",
    fix: canDraw(image)
      ? `put it there, or draw ${drawingFile} once: the build makes all logos of it.`
      : "put it there.",
  });
}
