import type { Json } from "../emulator/model/entities";
import type { Snapshot } from "../emulator/model/model";
import { readWidget } from "../emulator/model/read-widget";
import { changeWidget, createScenarioAccount } from "../emulator/scenario/create-scenario-account";
import type { Scenario } from "../emulator/scenario/read-scenario";
import { runRequests } from "../emulator/scenario/run-requests";
import { generateManifest, type ManifestInput } from "../manifest";

/** What the account of a test is made of. */
export interface AccountOptions {
  readonly manifest: ManifestInput;
  /** Locale → texts, as `i18n/<locale>.json` has them. Default: none, so that keys are shown. */
  readonly texts?: Readonly<Record<string, object>>;
  /** What the user has saved, each field as the value that it means. Default: nothing. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** What differs from the seeded account: language, users, rights, plan, date, faults. As in `komponent dev`. */
  readonly scenario?: Scenario;
}

/** The account of a test, with the widget installed in it as its manifest says. */
export async function createTestAccount(options: AccountOptions): Promise<Snapshot> {
  const { manifest, texts = {}, settings = {}, scenario = {} } = options;
  const account = createScenarioAccount(scenario);
  const row = readWidget({ code: manifest.name, files: writeFiles(manifest, texts) });
  const saved = Object.entries(settings).map(([field, value]) => [field, store(manifest, field, value)]);
  const widget = changeWidget({ ...row, settings: Object.fromEntries(saved) }, scenario.widget);
  return runRequests({ ...account, tables: { ...account.tables, widgets: [widget] } }, scenario.requests);
}

function writeFiles(
  manifest: ManifestInput,
  texts: AccountOptions["texts"] = {},
): ReadonlyMap<string, Uint8Array> {
  return new Map([
    ["manifest.json", encode(generateManifest(manifest, { env: {} }))],
    ...Object.entries(texts).map(([locale, text]) => [`i18n/${locale}.json`, encode(text)] as const),
  ]);
}

function encode(data: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(data));
}

/** The host keeps what a widget draws itself as JSON text. (Kommo: Field types) */
function store({ settings = {} }: ManifestInput, field: string, value: unknown): Json {
  return settings[field]?.type === "custom" ? JSON.stringify(value) : (value as Json);
}
