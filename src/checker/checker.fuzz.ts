import { buildZip } from "./cases/build-zip";
import { createRandom, mutateBytes, mutateText } from "./cases/mutate";
import { createSample, type SampleWidget } from "./cases/sample-widget";
import { checkWidget } from "./check-widget";
import { readZip } from "./readers/read-zip";
import type { ReadWidget } from "./widget/widget-files";

const longestCheck = 5000;
const jsonSigns = [
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  '"',
  "\\",
  "null",
  "1e999",
  "-",
  '"__proto__":',
  "\u0000",
  "//",
  "/*",
  "[[",
  '{"a":',
];
const scriptSigns = [
  ..."(){}[];,.`'\"\\/*+-=!?:&|<>".split(""),
  "=>",
  "${",
  "`",
  "function ",
  "class A {",
  "async ",
  "await ",
  "yield ",
  "define(",
  "$(",
  ".callbacks = ",
  "with (a) ",
  "var a = a;",
  "const { a = b } = a;",
  "for (;;) ",
  "try {} catch (e) {}",
  "import('x')",
  "\u2028",
  "(0, eval)",
];
const styleSigns = [
  "{",
  "}",
  ";",
  ":",
  "@media ",
  "@import ",
  "/*",
  "*/",
  "(",
  ")",
  "url(",
  "#",
  ".",
  ">",
  "&",
  "!important",
  ":not(",
  "\\",
  '"',
  "--a:",
  "@keyframes a {",
  "@layer a, b;",
];
const markupSigns = [
  "<",
  ">",
  "/>",
  '"',
  "'",
  "<a href=",
  "&#x",
  "https://",
  "@",
  ".ru",
  "{{",
  "}}",
  "Ж",
  "👩‍👩‍👧",
  "kommo",
  "<!--",
];

/**
 * Checks mutated archives, manifests, texts, scripts, styles and pictures.
 *
 * @throws when a check throws, takes over five seconds, or gives a finding that no reader could use
 */
export async function fuzz(runs: number, seed = 1): Promise<void> {
  const sample = createSample();
  for (let run = 0; run < runs; run++) {
    const widget = createVictim(sample, createRandom(seed * 1_000_003 + run));
    const start = performance.now();
    const { findings } = await checkWidget(widget, { today: "2026-11-21" }).catch((error: unknown) => {
      throw new Error(`run ${run} of seed ${seed} threw`, { cause: error });
    });
    const took = performance.now() - start;
    if (took > longestCheck) throw new Error(`run ${run} of seed ${seed} took ${Math.round(took)} ms`);
    const wrong = findings.find(({ line, column, message }) => line === 0 || column === 0 || message === "");
    if (wrong !== undefined) throw new Error(`run ${run} of seed ${seed}: ${JSON.stringify(wrong)}`);
  }
}

function createVictim(sample: SampleWidget, random: () => number): ReadWidget {
  const change = (path: string, signs: readonly string[]) =>
    sample.text(path, mutateText(new TextDecoder().decode(sample.read.files.get(path)), signs, random)).read;
  const kind = random();
  if (kind < 0.25) return change("script.js", scriptSigns);
  if (kind < 0.4) return change("style.css", styleSigns);
  if (kind < 0.55) return change("manifest.json", jsonSigns);
  if (kind < 0.65) return change("i18n/en.json", jsonSigns);
  if (kind < 0.75)
    return sample.i18n(
      "en",
      "widget.description",
      mutateText("See <a href='https://acme.com'>it</a>.", markupSigns, random),
    ).read;
  if (kind < 0.85) return mutatePicture(sample, random);
  const entries = [...sample.read.files].filter(([name]) => !name.endsWith(".png"));
  return readZip(
    mutateBytes(buildZip(entries.map(([name, data]) => ({ name, data }))), random),
    "widget.zip",
  );
}

function mutatePicture(sample: SampleWidget, random: () => number): ReadWidget {
  const path = random() < 0.5 ? "images/logo_main.png" : "images/logo_min.png";
  return sample.bytes(path, mutateBytes(sample.read.files.get(path) as Uint8Array, random)).read;
}
