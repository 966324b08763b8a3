import { constants, crc32, deflateRawSync } from "node:zlib";
import { concat } from "../../src/checker/cases/draw-png";
import { buildZip, type ZipChange, type ZipInput } from "../../src/checker/cases/build-zip";

const names = [
  "../outside.txt",
  "a/../../outside.txt",
  "/tmp/outside.txt",
  "C:\\outside.txt",
  "..\\outside.txt",
  "a\u0000.js",
  "",
  "./",
  "images/",
  "script.js/",
  "SCRIPT.JS",
  "script.js",
  "__MACOSX/._script.js",
  "node_modules/a/index.js",
  "a/".repeat(400),
  "x".repeat(70_000),
  "con.js",
  "i18n/../manifest.json",
  "i18n/ru.json",
  "\u202egnp.js",
];

type Twist = (inputs: ZipInput[], random: () => number) => ZipChange | void;

/** What an archive may do to whoever reads it. Each changes the entries of an honest one, or what its end claims. */
const twists: readonly Twist[] = [
  (inputs, random) =>
    void inputs.push({ name: pick(names, random), data: new TextEncoder().encode("outside") }),
  (inputs, random) => void inputs.push(...inputs.slice(0, 1 + Math.floor(random() * inputs.length))),
  (inputs, random) => change(inputs, random, { mode: 0o120777 }),
  (inputs, random) => change(inputs, random, { mode: pick([0o060666, 0o010666, 0o040755], random) }),
  (inputs, random) => change(inputs, random, { flags: pick([1, 8, 0x41, 0xffff], random) }),
  (inputs, random) => change(inputs, random, { method: pick([1, 8, 9, 12, 14, 99, 65535], random) }),
  (inputs, random) => change(inputs, random, { size: claim(random) }),
  (inputs, random) => change(inputs, random, { crc: claim(random) }),
  (inputs, random) => change(inputs, random, { offset: claim(random) }),
  // All entries in one place: whoever unpacks each of them unpacks the same again and again.
  (inputs) => void inputs.forEach((input, index) => (inputs[index] = { ...input, offset: 0 })),
  (_inputs, random) => ({ count: pick([0, 1, 65535], random) }),
  (_inputs, random) => ({ directoryOffset: claim(random) }),
  (_inputs, random) => ({ directorySize: claim(random) }),
  (_inputs, random) => ({ comment: new Uint8Array(Math.floor(random() * 65536)).fill(0x50) }),
  (_inputs, random) => ({ prefix: new Uint8Array(Math.floor(random() * 5000)) }),
  // Zip64: the real sizes would stand elsewhere.
  () => ({ count: 65535, directoryOffset: 0xffffffff, directorySize: 0xffffffff }),
];

/** The same at a cost: made seldom. */
const bombs: readonly Twist[] = [
  (inputs, random) => void inputs.push(bomb("images/logo.png", 1 + Math.floor(random() * 40))),
  (inputs, random) =>
    void inputs.push({ ...bomb("script.js", 33), size: pick([10, 1000, 40_000_000], random) }),
  (inputs) => void inputs.push(...Array.from({ length: 12 }, (_, index) => bomb(`a${index}.js`, 16))),
  (inputs) => void inputs.push(...Array.from({ length: 8 }, (_, index) => bomb(`i18n/l${index}.json`, 30))),
  (inputs) => void inputs.push(...Array.from({ length: 100_000 }, (_, index) => ({ name: `f${index}` }))),
  (inputs) => void inputs.push(...Array.from({ length: 15_000 }, (_, index) => ({ name: `a/${index}.js` }))),
];

export function buildHostileZip(
  files: ReadonlyMap<string, Uint8Array>,
  random: () => number,
  costs: "little" | "much",
): Uint8Array {
  const inputs: ZipInput[] = [...files].map(([name, data]) =>
    random() < 0.5 ? { name, data } : pack(name, data),
  );
  const changes = Array.from({ length: 1 + Math.floor(random() * 3) }, () =>
    pick(twists, random)(inputs, random),
  );
  if (costs === "much") pick(bombs, random)(inputs, random);
  return buildZip(inputs, Object.assign({}, ...changes) as ZipChange);
}

function pack(name: string, content: Uint8Array): ZipInput {
  const data = new Uint8Array(deflateRawSync(content));
  return { name, data, method: 8, size: content.length, crc: crc32(content) };
}

/** Megabytes of spaces in a few kilobytes, made without ever holding them: what is measured is the reader's memory. */
function bomb(name: string, megabytes: number): ZipInput {
  const block = new Uint8Array(1024 * 1024).fill(0x20);
  const packed = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  const end = new Uint8Array([3, 0]);
  const data = concat([...Array.from({ length: megabytes }, () => packed), end]);
  let crc = 0;
  for (let left = megabytes; left > 0; left--) crc = crc32(block, crc);
  return { name, data, method: 8, size: megabytes * block.length, crc };
}

function change(inputs: ZipInput[], random: () => number, by: Partial<ZipInput>): void {
  const at = Math.floor(random() * inputs.length);
  inputs[at] = { ...(inputs[at] as ZipInput), ...by };
}

function claim(random: () => number): number {
  return pick([0, 1, 0x7fffffff, 0xffffffff, 0xfffffffe, Math.floor(random() * 1e6)], random);
}

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)] as T;
}
