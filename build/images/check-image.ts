import { readImage, type ImageHeader } from "../../src/checker/images/read-image";
import type { ManifestImage } from "../../src/manifest";
import { createProblem, type Problem } from "../../src/manifest/problem";

/** Kommo: Images. */
const heaviest = 300 * 1024;

/** Tells of a picture that is too heavy, before it is read; null where it is not. */
export function checkWeight(image: ManifestImage, size: number): Problem | null {
  if (size <= heaviest) return null;
  return describe(image, "KB604", "The picture is too heavy.", {
    found: `${Math.ceil(size / 1024)} KB`,
    expected: "at most 300 KB",
    fix: "use fewer colours, or compress it.",
  });
}

/** Holds a picture against what the host needs of it: kind by its bytes, exact size, and that it stands still. */
export function checkImage(image: ManifestImage, bytes: Uint8Array): Problem[] {
  const header = readImage(bytes);
  const problem = findKind(image, header) ?? findSize(image, header);
  return [
    ...(problem ? [problem] : []),
    ...(header.animated
      ? [
          describe(image, "KB605", "The picture moves.", {
            expected: "a picture that stands still",
            fix: "export one frame.",
          }),
        ]
      : []),
  ];
}

function findKind(image: ManifestImage, { format }: ImageHeader): Problem | null {
  const kinds = listKinds(image);
  if (kinds.includes(format)) return null;
  return describe(image, "KB602", `The file is no ${kinds.map((kind) => kind.toUpperCase()).join(" or ")}.`, {
    found:
      format === "unknown" ? "bytes of no known picture" : `${format.toUpperCase()}, whatever its name says`,
    expected: kinds.map((kind) => kind.toUpperCase()).join(" or "),
    fix: "export it in that format; a new name does not change it.",
  });
}

/** Logos are PNG; Kommo's own sample shows that slides may be JPEG; icons of the menu are SVG. */
function listKinds({ path, size }: ManifestImage): readonly ImageHeader["format"][] {
  if (path.endsWith(".svg")) return ["svg"];
  return size?.width === 1188 && /\.jpe?g$/i.test(path) ? ["jpeg"] : ["png"];
}

function findSize(image: ManifestImage, { width, height }: ImageHeader): Problem | null {
  const { size } = image;
  if (size === null || (width === size.width && height === size.height)) return null;
  if (width === null || height === null) {
    return describe(image, "KB606", "The picture is broken.", {
      found: "no size in its header",
      expected: `${size.width} × ${size.height} pixels`,
      fix: "export it anew.",
    });
  }
  return describe(image, "KB603", `The picture has the wrong size for ${image.use}.`, {
    found: `${width} × ${height} pixels`,
    expected: `${size.width} × ${size.height} pixels`,
    fix: "export it in that size exactly.",
  });
}

function describe(image: ManifestImage, code: string, message: string, rest: Partial<Problem>): Problem {
  return createProblem({ code, message, file: image.path, ...rest });
}
