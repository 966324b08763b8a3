import { buildZip } from "../../src/checker/cases/build-zip";
import { drawPng } from "../../src/checker/cases/draw-png";
import type { SampleWidget } from "../../src/checker/cases/sample-widget";
import type { ReadWidget } from "../../src/checker";
import { buildHostileZip } from "./build-hostile-zip";
import { growths } from "./grow-text";
import { createRandom, mutateBytes, mutateText } from "./mutate";
import {
  drawingSigns,
  jsonSigns,
  markupSigns,
  sassSigns,
  scriptSigns,
  sourceSigns,
  styleSigns,
} from "./signs";

/** Something that a stranger may hand to the checker, to `--fix`, or to the editor's plugins. */
export type Victim =
  | { readonly kind: "widget"; readonly what: string; readonly read: ReadWidget }
  | { readonly kind: "archive"; readonly what: string; readonly bytes: Uint8Array }
  | { readonly kind: "folder"; readonly what: string; readonly files: ReadWidget["files"] }
  | { readonly kind: "source"; readonly what: string; readonly file: string; readonly text: string };

type Make = (sample: SampleWidget, random: () => number) => Victim;

/** How often each is made, in parts of a hundred. */
const makers: readonly (readonly [share: number, make: Make])[] = [
  [18, (sample, random) => changeText(sample, "script.js", scriptSigns, random)],
  [14, (sample, random) => changeText(sample, "style.css", styleSigns, random)],
  [12, (sample, random) => changeText(sample, "manifest.json", jsonSigns, random)],
  [8, (sample, random) => changeText(sample, "i18n/en.json", jsonSigns, random)],
  [6, changeMarkup],
  [5, changePicture],
  [4, changeDrawing],
  [10, changeBytes],
  [8, (sample, random) => archive("claims", buildHostileZip(withoutPictures(sample), random, "little"))],
  [4, changeFolder],
  [5, (_sample, random) => source("widget/card.tsx", typedSource, sourceSigns, random)],
  [3, (_sample, random) => source("widget/card.scss", sassSource, sassSigns, random)],
  [2, (sample, random) => grow(sample, random)],
  [1, (sample, random) => archive("bomb", buildHostileZip(withoutPictures(sample), random, "much"))],
];

/** Makes it of a widget without a fault; the same for the same seed. */
export function createVictim(sample: SampleWidget, seed: number): Victim {
  const random = createRandom(seed);
  let left = random() * 100;
  const [, make] = makers.find(([share]) => (left -= share) < 0) ?? (makers[0] as (typeof makers)[number]);
  return make(sample, random);
}

function changeText(
  sample: SampleWidget,
  path: string,
  signs: readonly string[],
  random: () => number,
): Victim {
  return widget(path, sample.text(path, mutateText(textOf(sample, path), signs, random)));
}

function changeMarkup(sample: SampleWidget, random: () => number): Victim {
  const text = mutateText("See <a href='https://acme.com'>it</a>, {{name}}.", markupSigns, random);
  if (random() < 0.5) return widget("a text", sample.i18n("en", "widget.description", text));
  return widget(
    "a template",
    sample.text("templates/a.twig", text).script('    self.load("/templates/a.twig");'),
  );
}

function changePicture(sample: SampleWidget, random: () => number): Victim {
  const path = random() < 0.5 ? "images/logo_main.png" : "images/logo_min.png";
  const bytes = mutateBytes(sample.read.files.get(path) as Uint8Array, random);
  if (random() < 0.7) return widget(path, sample.bytes(path, bytes));
  // A header that claims a picture of gigabytes.
  const claimed = drawPng(100, 100);
  new DataView(claimed.buffer).setUint32(16 + 4 * Math.floor(random() * 2), Math.floor(random() * 2 ** 32));
  return widget(`${path}, claims`, sample.bytes(path, claimed));
}

function changeDrawing(sample: SampleWidget, random: () => number): Victim {
  const drawing = '<svg width="18" viewBox="0 0 18 18"><path fill="#fff" d="M0 0L9 9z"/><g id="a"/></svg>';
  return widget("a drawing", sample.text("images/menu.svg", mutateText(drawing, drawingSigns, random)));
}

function changeBytes(sample: SampleWidget, random: () => number): Victim {
  const entries = [...withoutPictures(sample)].map(([name, data]) => ({ name, data }));
  return archive("bytes", mutateBytes(buildZip(entries), random));
}

function changeFolder(sample: SampleWidget, random: () => number): Victim {
  const path = random() < 0.5 ? "script.js" : "i18n/en.json";
  const signs = ["\ufeff", "\r\n", "\r", "debugger;", "console.log(1);", "a\r", ...jsonSigns];
  const changed = sample
    .text(path, mutateText(textOf(sample, path), signs, random))
    .manifest("widget.locale", ["en", "es"])
    .copy("i18n/en.json", "i18n/es.json");
  return { kind: "folder", what: `a folder, ${path}`, files: changed.read.files };
}

function grow(sample: SampleWidget, random: () => number): Victim {
  const kinds = ["script", "style", "json", "drawing"] as const;
  const kind = kinds[Math.floor(random() * kinds.length)] as (typeof kinds)[number];
  const path = { script: "script.js", style: "style.css", json: "manifest.json", drawing: "images/menu.svg" }[
    kind
  ];
  const piece = Math.floor(random() * growths[kind].length);
  const most = 10 ** (2 + random() * 3.3);
  const text = growths[kind][piece]?.(Math.floor(most)) ?? "";
  const isInside = kind === "script" && random() < 0.5;
  const changed = isInside ? sample.script(text) : sample.text(path, text);
  return widget(`${path}, growth ${piece} × ${Math.floor(most)}`, changed);
}

function source(file: string, text: string, signs: readonly string[], random: () => number): Victim {
  return { kind: "source", what: file, file, text: mutateText(text, signs, random) };
}

function widget(what: string, { read }: SampleWidget): Victim {
  return { kind: "widget", what, read };
}

function archive(what: string, bytes: Uint8Array): Victim {
  return { kind: "archive", what: `an archive, ${what}`, bytes };
}

function withoutPictures({ read }: SampleWidget): ReadonlyMap<string, Uint8Array> {
  return new Map([...read.files].filter(([name]) => !name.endsWith(".png")));
}

function textOf({ read }: SampleWidget, path: string): string {
  return new TextDecoder().decode(read.files.get(path));
}

const typedSource = `import type { Note } from "./note";
import { CardArea, useTranslate } from "komponent";
enum Colour { Red = 1, Green }
interface Props<T extends Note = Note> { readonly id: number; open?(): T }
declare const APP: { constant(name: string): unknown };
function View<T>({ id, open }: Props & { extra?: T }) {
  const t = useTranslate();
  const account = (APP.constant("account") as { id: number })!.id satisfies number;
  return <p class="a" onClick={() => { open?.(); console.log(\`\${id} \${Colour.Red}\`); }}>{t("a", { account })}</p>;
}
export abstract class Card<T> extends CardArea implements Props {
  declare x: T;
  constructor(private readonly note: Note, public id = 1) { super(); }
  show(this: Card<T>): void;
  show(text?: unknown): void { document.querySelector<HTMLElement>(".a")!.innerHTML = text as string; }
  render() { return <View<string> id={this.id} />; }
}
`;

const sassSource = `@use "sass:math";
// a note
$gap: 4px !default;
@mixin box($a, $b: 1px) { padding: $a; .inner & { margin: math.div($a, 2); } }
.card { @include box($gap); &__text:hover { color: #000; font: { family: a; size: 1px; } }
  @if $gap > 1 { .a { b: c } } @else { .d { e: f } }
  @each $name in a, b { .icon-#{$name} { background: url("#{$name}.png"); } } }
%base { color: red } .x { @extend %base; @media (width > 1px) { & > .y { z: 1 } } }
`;
