import { createProblem, UserError } from "../../manifest/problem";
import type { Account, BrandName, Json, Locale, Right, WidgetStatus } from "../model/entities";
import type { Faults } from "../model/wire";
import { changeFaults, noFaults } from "../rest/faults";
import { checkSchema, type Schema, type SchemaFault } from "./check-schema";
import schema from "./scenario.schema.json";

/** A scenario's file, as `scenario.schema.json` describes it. */
export interface Scenario {
  readonly locale?: Locale;
  readonly brand?: BrandName;
  readonly leads?: number;
  readonly seed?: number;
  readonly now?: string;
  readonly account?: Partial<
    Pick<Account, "name" | "subdomain" | "country" | "currency" | "timezone" | "plan">
  > & {
    readonly paid?: boolean;
  };
  readonly users?: readonly ScenarioUser[];
  readonly widget?: ScenarioWidget;
  readonly widgets?: readonly (ScenarioWidget & { readonly path: string; readonly code?: string })[];
  readonly requests?: readonly {
    readonly method: "POST" | "PATCH" | "DELETE";
    readonly url: string;
    readonly body?: unknown;
  }[];
  readonly hooks?: { readonly disable?: string };
  readonly faults?: Partial<Faults>;
}

export interface ScenarioUser {
  readonly name?: string;
  readonly email?: string;
  readonly locale?: Locale;
  readonly admin?: boolean;
  readonly active?: boolean;
  readonly free?: boolean;
  readonly online?: boolean;
  readonly theme?: "light" | "dark";
  readonly rights?: Readonly<
    Partial<Record<"leads" | "contacts" | "companies" | "tasks", Readonly<Record<string, Right>>>> &
      Partial<Record<"catalog_access" | "mail_access" | "files_access", boolean>>
  >;
}

export interface ScenarioWidget {
  readonly status?: WidgetStatus;
  readonly active?: boolean;
  readonly settings?: { readonly [field: string]: Json };
}

/** A scenario is text that a person writes. */
const sizeLimit = 5 * 1024 * 1024;

export interface ReadScenarioOptions {
  /** The name that problems tell. */
  readonly file: string;
  /** Finds a place in the text, for who has the positions of its parts. Counts from 1. */
  readonly locate?: (
    path: readonly (string | number)[],
  ) => { readonly line: number; readonly column: number } | null;
}

/**
 * Reads a scenario.
 *
 * @throws UserError KB820 where the text is not JSON, KB821 for each part that does not fit
 * @example
 * const scenario = readScenario('{ "locale": "es", "leads": 10000 }', { file: "big.json" });
 */
export function readScenario(text: string, { file, locate }: ReadScenarioOptions): Scenario {
  const data = parse(text, file);
  const faults = checkDepth(data) ?? checkSchema(data, schema as Schema);
  if (faults.length === 0) faults.push(...checkMeaning(data as Scenario));
  if (faults.length === 0) return data as Scenario;
  throw new UserError(
    faults.map(({ path, found, expected, fix }) => {
      const place = locate?.(path) ?? null;
      return createProblem({
        code: "KB821",
        message: `The scenario does not fit at ${namePlace(path)}.`,
        file,
        line: place?.line ?? null,
        column: place?.column ?? null,
        found,
        expected,
        fix: fix ?? `write ${expected}.`,
      });
    }),
  );
}

function parse(text: string, file: string): unknown {
  if (text.length > sizeLimit) {
    throw new UserError(createProblem({ code: "KB820", message: "The scenario is larger than 5 MB.", file }));
  }
  // What is no UTF-8 was read as this sign.
  const isBinary = text.includes("\uFFFD") || text.includes("\0");
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UserError(
      createProblem({
        code: "KB820",
        message: "The scenario is not valid JSON.",
        file,
        found: isBinary ? "bytes that are no text" : error instanceof Error ? error.message : String(error),
        expected: "a JSON object",
        fix: "mend the JSON; an empty scenario is {}.",
      }),
    );
  }
}

/** Deeper than any setting or body of a request; what walks through the account is written for that. */
const depthLimit = 64;

/** Undefined where nothing is nested too deeply. Goes level by level: a call for each would run out of stack. */
function checkDepth(data: unknown): SchemaFault[] | undefined {
  let level: { path: SchemaFault["path"]; value: object }[] = isObject(data)
    ? [{ path: [], value: data }]
    : [];
  for (let depth = 1; level.length > 0; depth++) {
    const [first] = level;
    if (depth > depthLimit && first !== undefined) {
      return [
        {
          path: first.path.slice(0, 3),
          found: `more than ${depthLimit} levels`,
          expected: `at most ${depthLimit} levels`,
          fix: null,
        },
      ];
    }
    level = level.flatMap(({ path, value }) =>
      Object.entries(value).flatMap(([key, inner]) =>
        isObject(inner) ? [{ path: [...path, Array.isArray(value) ? Number(key) : key], value: inner }] : [],
      ),
    );
  }
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** What no schema can say. */
function checkMeaning({ now, account, users, widgets = [], faults }: Scenario): SchemaFault[] {
  const found: SchemaFault[] = [];
  const report = (path: SchemaFault["path"], value: unknown, expected: string) =>
    found.push({ path, found: JSON.stringify(value), expected, fix: null });
  if (now !== undefined && Number.isNaN(Date.parse(now))) report(["now"], now, "a time that exists");
  if (account?.timezone !== undefined && !isTimeZone(account.timezone)) {
    report(["account", "timezone"], account.timezone, "an IANA time zone, e.g. America/Bogota");
  }
  if (users?.[0]?.active === false)
    report(["users", 0, "active"], false, "true: the first user is signed in");
  const codes = new Set<string>();
  for (const [index, { code }] of widgets.entries()) {
    if (code !== undefined && codes.has(code)) {
      report(["widgets", index, "code"], code, "a code that no other widget of the scenario has");
    }
    if (code !== undefined) codes.add(code);
  }
  const changed = faults === undefined ? noFaults : changeFaults(noFaults, faults);
  if (typeof changed === "string") report(["faults"], faults, changed);
  return found;
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}

function namePlace(path: readonly (string | number)[]): string {
  if (path.length === 0) return "its top";
  return path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./, "");
}
