import type { Locale } from "../entities";
import { englishTexts } from "./texts-en";
import { portugueseTexts } from "./texts-pt";
import { russianTexts } from "./texts-ru";
import { spanishTexts } from "./texts-es";

/** The words of which an account is made. Lists that run side by side have equal lengths. */
export interface SeedTexts {
  readonly account: {
    readonly name: string;
    readonly subdomain: string;
    readonly country: string;
    readonly currency: string;
    readonly symbol: string;
    readonly timezone: string;
    /** Hours from UTC in winter: what happens in the account happens in its working hours. */
    readonly offset: number;
    readonly date: string;
    readonly time: string;
  };
  /** Names of the users, the administrator first. */
  readonly users: readonly (readonly [first: string, last: string])[];
  readonly groups: readonly string[];
  readonly role: string;
  readonly pipelines: readonly { readonly name: string; readonly stages: readonly string[] }[];
  readonly incoming: string;
  readonly won: string;
  readonly lost: string;
  readonly lossReasons: readonly string[];
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  readonly companies: readonly string[];
  readonly companySuffixes: readonly string[];
  /** What is sold; `{company}` stands for the customer. */
  readonly deals: readonly string[];
  readonly positions: readonly string[];
  readonly cities: readonly string[];
  readonly streets: readonly string[];
  readonly sources: readonly string[];
  readonly tags: readonly string[];
  /** Of customers: who buys often, who has just begun. */
  readonly segments: readonly [regular: string, fresh: string];
  readonly taskTypes: readonly string[];
  readonly tasks: readonly string[];
  readonly results: readonly string[];
  readonly notes: readonly string[];
  /** A conversation: the client's lines and ours by turns. */
  readonly chats: readonly (readonly string[])[];
  /** Threads of letters: the client's and ours by turns. */
  readonly letters: readonly { readonly subject: string; readonly lines: readonly string[] }[];
  readonly products: readonly (readonly [name: string, price: number])[];
  readonly catalogs: readonly [products: string, places: string];
  readonly places: readonly string[];
  readonly fields: {
    readonly phone: string;
    readonly email: string;
    readonly position: string;
    readonly address: string;
    readonly website: string;
    readonly industry: string;
    readonly industries: readonly string[];
    readonly channel: string;
    readonly channels: readonly string[];
    readonly delivery: string;
    readonly interests: string;
    readonly interestList: readonly string[];
    readonly urgency: string;
    readonly urgencies: readonly string[];
    readonly contract: string;
    readonly prepaid: string;
    readonly area: string;
    readonly comment: string;
    readonly visit: string;
    readonly birthday: string;
    readonly newsletter: string;
    readonly budget: string;
    readonly sku: string;
    readonly price: string;
    readonly main: string;
    readonly project: string;
    readonly statistics: string;
  };
  /** Phone numbers that ring nowhere; `xx` and `aaa` are filled in. */
  readonly phone: { readonly pattern: string; readonly areas: readonly string[] };
}

export const seedTexts: Readonly<Record<Locale, SeedTexts>> = {
  en: englishTexts,
  es: spanishTexts,
  pt: portugueseTexts,
  ru: russianTexts,
};
