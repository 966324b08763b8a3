import type { BrandName, Locale } from "../entities";
import type { Random } from "./random";
import type { SeedTexts } from "./texts";

/** What all that makes rows of the seeded account has at hand. */
export interface SeedContext {
  readonly texts: SeedTexts;
  readonly locale: Locale;
  readonly brand: BrandName;
  readonly random: Random;
  /** Unix seconds. */
  readonly now: number;
}

export const day = 86_400;

/** A moment of a working day, so many days after the day of `time`: between nine and six where the account is. */
export function pickWorkTime({ texts, random }: SeedContext, time: number, days: number): number {
  const offset = texts.account.offset * 3600;
  const midnight = time + offset - ((time + offset) % day) - offset;
  return midnight + days * day + random.between(18, 35) * 1800;
}

/** A name that may stand in a mail address: Latin letters without marks, lower case; what has none becomes `user`. */
export function toAscii(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[а-яё]/g, (letter) => cyrillic[letter] ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "");
  return plain === "" ? "user" : plain;
}

const latin = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" ");
const cyrillic: Readonly<Record<string, string>> = Object.fromEntries([
  ...latin.map((letters, index) => [String.fromCodePoint(0x430 + index), letters]),
  ["ё", "e"],
]);

/** A uuid of version 4's shape that depends on two numbers alone. */
export function makeUuid(kind: number, number: number): string {
  return `${hex(0x5e1f0000 + kind, 8)}-4b1d-4c3a-9a5e-${hex(number, 12)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0").slice(-digits);
}

/** A phone number that rings nowhere, another one for each index as long as the range lasts. */
export function makePhone(texts: SeedTexts, index: number): string {
  const { pattern, areas } = texts.phone;
  const area = areas[Math.floor(index / 100) % areas.length] ?? "000";
  return pattern.replace("aaa", area).replace("xx", String(index % 100).padStart(2, "0"));
}
