import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { readImage } from "../../src/checker/images/read-image";
import { defineManifest } from "../../src/manifest";
import { UserError } from "../../src/manifest/problem";
import { createImageCompiler, findUnusedImages } from ".";
import { renderSvg } from "./render-svg";

const manifest = defineManifest({
  name: "acme",
  version: "1.0.0",
  distribution: "personal",
  locales: ["en"],
  locations: { digital_pipeline: true },
  digitalPipeline: { multiple: false },
});

const square =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8H0z" fill="#36c"/></svg>';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function createProject(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), "komponent-images-"));
  folders.push(root);
  mkdirSync(join(root, "images"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, "images", name), content);
  return root;
}

const compile = (files: Readonly<Record<string, string | Uint8Array>>) =>
  createImageCompiler(createProject(files), manifest).compile();

async function refuse(files: Readonly<Record<string, string | Uint8Array>>) {
  const error = await compile(files).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw error ?? new Error("nothing was refused");
  return error.problems;
}

async function drawPng(width: number, height: number): Promise<Uint8Array> {
  const { png } = await renderSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`,
  );
  return png;
}

/** A PNG that claims to have three frames. */
async function animate(width: number, height: number): Promise<Uint8Array> {
  const still = await drawPng(width, height);
  const chunk = Buffer.from([0, 0, 0, 8, ...Buffer.from("acTL"), 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]);
  return Buffer.concat([still.subarray(0, 33), chunk, still.subarray(33)]);
}

async function hashLogos(): Promise<string[]> {
  const { files } = await compile({ "logo.svg": square });
  return [...files.values()].map((bytes) => createHash("sha256").update(bytes).digest("hex"));
}

describe("the logos", () => {
  it("are drawn from one SVG, each in its exact size", async () => {
    const { files, drawn } = await compile({ "logo.svg": square });

    const sizes = [...files].map(([path, bytes]) => {
      const { width, height } = readImage(bytes);
      return `${path} ${width}x${height}`;
    });
    expect(sizes).toEqual([
      "images/logo.png 130x100",
      "images/logo_main.png 400x272",
      "images/logo_medium.png 240x84",
      "images/logo_min.png 84x84",
      "images/logo_small.png 108x108",
      "images/logo_dp.png 174x109",
    ]);
    expect(drawn).toEqual([...files.keys()]);
  });

  it("come out the same each time", async () => {
    expect(await hashLogos()).toEqual(await hashLogos());
  });

  it("are not drawn where the author has made them", async () => {
    const own = await drawPng(84, 84);

    const { files, drawn } = await compile({ "logo.svg": square, "logo_min.png": own });

    expect(drawn).not.toContain("images/logo_min.png");
    expect(files.get("images/logo_min.png")).toEqual(Buffer.from(own));
  });

  it("are asked for where there is nothing to draw them from", async () => {
    const problems = await refuse({});

    expect(problems).toHaveLength(6);
    expect(problems[1]).toMatchObject({
      code: "KB601",
      message:
        "There is no images/logo_main.png, which is needed for the settings modal and the marketplace.",
      expected: "a picture of 400 × 272 pixels",
      fix: "put it there, or draw images/logo.svg once: the build makes all logos of it.",
    });
  });
});

const compileSlide = async (name: string, bytes: Uint8Array) => {
  const withTour = { ...manifest, tour: { images: { en: [`images/${name}`] } } };
  return createImageCompiler(createProject({ "logo.svg": square, [name]: bytes }), withTour).compile();
};
const jpeg = (width: number, height: number) =>
  Buffer.from([
    0xff,
    0xd8,
    0xff,
    0xc0,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    1,
    0x11,
    0,
    0xff,
    0xd9,
  ]);

describe("a slide of the tour", () => {
  it.each([
    ["a.png", () => drawPng(1188, 616)],
    ["a.jpg", async () => jpeg(1188, 616)],
  ])("goes into the archive in the size that Kommo wants: %s", async (name, draw) => {
    const { files, drawn } = await compileSlide(name, await draw());

    expect(files.has(`images/${name}`)).toBe(true);
    expect(drawn).not.toContain(`images/${name}`);
  });

  it.each([
    ["a.png", () => drawPng(1280, 720), "KB603", "1280 × 720 pixels"],
    ["a.jpg", async () => jpeg(1188, 620), "KB603", "1188 × 620 pixels"],
    ["a.jpg", () => drawPng(1188, 616), "KB602", "PNG, whatever its name says"],
    ["a.png", async () => Buffer.from("GIF89a"), "KB602", "GIF, whatever its name says"],
  ])("is refused otherwise: %s", async (name, draw, code, found) => {
    const error = await compileSlide(name, await draw()).catch((reason: unknown) => reason);

    expect((error as UserError).problems).toMatchObject([{ code, found, file: `images/${name}` }]);
  });
});

describe("a logo of the author's", () => {
  it.each([
    ["is another format", async () => new Uint8Array(Buffer.from("GIF89a")), "KB602", "The file is no PNG."],
    ["is empty", async () => new Uint8Array(), "KB602", "The file is no PNG."],
    ["is cut off", async () => (await drawPng(84, 84)).slice(0, 12), "KB606", "The picture is broken."],
    [
      "has another size",
      () => drawPng(85, 84),
      "KB603",
      "The picture has the wrong size for the block of the collapsed right panel.",
    ],
    ["moves", () => animate(84, 84), "KB605", "The picture moves."],
    ["is too heavy", async () => new Uint8Array(400 * 1024), "KB604", "The picture is too heavy."],
  ])("is refused when it %s", async (_, draw, code, message) => {
    const [problem] = await refuse({ "logo.svg": square, "logo_min.png": await draw() });

    expect(problem).toMatchObject({ code, message, file: "images/logo_min.png" });
  });

  it("never breaks the build, whatever its bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const problems = await refuse({ "logo.svg": square, "logo_min.png": bytes });
        expect(problems.every(({ code }) => code.startsWith("KB6"))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

/** Eight groups, each with the one before ten times. */
function repeat(element: string): string {
  const groups = Array.from({ length: 8 }, (_, index) => {
    const before = element.replace("%", String(index));
    return `<g id="a${index + 1}">${before.repeat(10)}</g>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path id="a0" d="M0 0h8v8z"/>${groups.join("")}</svg>`;
}

describe("the drawing", () => {
  it.each([
    [
      "a DOCTYPE that declares nothing",
      `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">${square}`,
    ],
    ["text in a comment", square.replace("<path", "<!-- <text>A</text> --><path")],
    ["a width alone", square.replace("<svg", '<svg width="900"')],
    ["a size of its own", square.replace("<svg", '<svg width="100000" height="100000"')],
    [
      "gradients and repeated shapes",
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><defs><linearGradient id="g"><stop stop-color="red"/></linearGradient></defs><style>.a{fill:url(#g)}</style><path id="p" class="a" d="M0 0h4v4z"/><use href="#p" x="4"/></svg>`,
    ],
  ])("may have %s", async (_, svg) => {
    expect((await compile({ "logo.svg": svg })).drawn).toHaveLength(6);
  });

  it.each([
    ["<text>A</text>", "KB611", "The drawing holds text, which would look different on every machine."],
    ['<image href="https://example.com/a.png"/>', "KB612", "The drawing refers to something outside of it."],
    ['<image href="../secret.png"/>', "KB612", "The drawing refers to something outside of it."],
    ["<script>1</script>", "KB612", "The drawing holds what is no drawing."],
    [
      "<svg:text>A</svg:text>",
      "KB611",
      "The drawing holds text, which would look different on every machine.",
    ],
    ['<image href="data:image/svg+xml,x"/>', "KB612", "The drawing refers to something outside of it."],
    [
      '<filter id="a"><feTurbulence numOctaves="99999999"/></filter>',
      "KB612",
      "The drawing has filters, such as shadows, which every program draws otherwise.",
    ],
  ])("is refused with %s", async (inner, code, message) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">\n  ${inner}</svg>`;

    expect(await refuse({ "logo.svg": svg })).toMatchObject([
      { code, message, file: "images/logo.svg", line: 2 },
    ]);
  });

  it.each([
    ["entities", '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "KB612"],
    ["no drawing", "hello", "KB613"],
    ["nothing", "", "KB613"],
    ["half a drawing", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path', "KB613"],
    ["too much", `<svg>${" ".repeat(600 * 1024)}</svg>`, "KB610"],
    ["what repeats without end", repeat("<use href='#a%'/>"), "KB610"],
    ["masks in masks", repeat("<path mask='url(#a%)' d='M0 0h1v1z'/>"), "KB610"],
    ["a thousand groups in each other", `<svg>${"<g id='a'>".repeat(1000)}`, "KB610"],
    ["nothing in it", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"/>', "KB614"],
    ["nothing to see", square.replace('fill="#36c"', 'fill="none"'), "KB614"],
    ["another encoding", Buffer.from(`\ufeff${square}`, "utf16le"), "KB702"],
  ])("is refused with %s", async (_, svg, code) => {
    const [problem] = await refuse({ "logo.svg": svg });

    expect(problem?.code).toBe(code);
  });
});

describe("pictures that nothing uses", () => {
  it("are told of, those that the code imports are not", () => {
    const root = createProject({ "logo.svg": square, "old.png": "x", "icon.png": "y", ".DS_Store": "z" });

    expect(findUnusedImages(root, manifest, ["images/icon.png"])).toMatchObject([
      { code: "KB620", severity: "warning", file: "images/old.png" },
    ]);
  });
});
