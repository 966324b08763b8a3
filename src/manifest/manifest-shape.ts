import { blockKeys, locations } from "./locations";
import { manifestCodes } from "./manifest-codes";
import { createManifestProblem, type Path } from "./manifest-problem";
import type { Locale, SystemMenuItem } from "./manifest-input";
import { isObject, type PlainValue } from "./read-plain-data";
import {
  flag,
  list,
  listNames,
  object,
  oneOf,
  quote,
  show,
  table,
  text,
  yes,
  type Form,
  type Shape,
} from "./shape";
import { suggestName } from "./suggest-name";

const code: Form = {
  pattern: /^[A-Za-z][\w-]{0,63}$/,
  expected: "a code of up to 64 letters, digits, _ and -, that begins with a letter",
};
const pictures: Form = {
  pattern: /^images\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(?:png|jpe?g)$/,
  expected: 'a path in the archive, such as "images/tour_1_en.png"',
};
const icons: Form = {
  pattern: /^images\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(?:svg|png)$/,
  expected: 'a path in the archive, such as "images/menu_light.svg"',
};

export const locales: readonly Locale[] = ["en", "es", "pt", "tr", "id", "ru"];
export const systemItems: readonly SystemMenuItem[] = [
  "dashboard",
  "leads",
  "customers",
  "tasks",
  "catalogs",
  "mail",
  "stats",
  "settings",
];

/** An https address, or the name of the environment variable that holds it. */
export const address: Shape = (value, path, report) => {
  if (isObject(value)) return environment(value, path, report);
  if (typeof value === "string" && isHttps(value)) return;
  report(
    createManifestProblem(path, {
      code: manifestCodes.notHttps,
      message: `${quote(path)} is not an https address.`,
      found: show(value),
      expected: 'an address that begins with https://, or env("NAME")',
    }),
  );
};

const environment = object(
  {
    env: text(128, {
      pattern: /^[A-Za-z_]\w*$/,
      expected: "the name of an environment variable: letters, digits and _",
    }),
  },
  { required: ["env"] },
);

/** Whether a text is an https address as it stands: no spaces around it, no user name in it. */
export function isHttps(value: string): boolean {
  if (value.length > 2000 || /\s/.test(value) || !URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  return protocol === "https:" && username === "" && password === "";
}

const setting = object(
  { type: oneOf(["text", "pass", "users", "users_lp", "custom"]), required: flag },
  { required: ["type"] },
);
const settings = table(setting, { form: code, max: 100 });
const subItems = list(text(64, code), { max: 50 });

const salesbotField = object(
  { type: oneOf(["text", "numeric", "url"]), manual: flag, defaultValue: text(1000), defaultText: yes },
  { required: ["type"] },
);
const salesbotHandler = object({ settings: table(salesbotField, { form: code, max: 100 }) });

const menuItem = object({
  icons: object({ light: text(200, icons), dark: text(200, icons) }, { required: ["light", "dark"] }),
  icon: text(200, icons),
  after: oneOf(systemItems),
  submenu: subItems,
});

/** One location of the list: what may stand at its key. */
function locationShape(location: (typeof locations)[number]): Shape {
  return (value, path, report) => {
    const allowed = location.suffix ? ["panel", "hidden"] : [true];
    if (allowed.some((entry) => entry === value)) return;
    report(
      createManifestProblem(path, {
        code: manifestCodes.locationValue,
        message: location.suffix
          ? `The location "${location.code}" does not say whether it uses the panel.`
          : `The location "${location.code}" has no panel of its own.`,
        found: show(value),
        expected: location.suffix ? '"panel" or "hidden"' : "true",
        fix: `Write ${location.code}: ${location.suffix ? '"panel"' : "true"}.`,
      }),
    );
  };
}

function unknownLocation(path: Path, found: string, known: readonly string[]) {
  const plain = found.replace(/-[01]$/, "");
  const meant = suggestName(plain, known);
  return createManifestProblem(path, {
    code: manifestCodes.unknownLocation,
    message: `There is no location ${show(found)}.`,
    expected: meant === undefined ? `one of ${listNames(known)}` : null,
    fix:
      meant === undefined
        ? "Remove it."
        : `Write ${meant}${plain === found ? "" : ' with "panel" for -1 or "hidden" for -0'}.`,
  });
}

const blocks: Readonly<Record<(typeof blockKeys)[keyof typeof blockKeys], Shape>> = {
  digitalPipeline: object(
    { settings, multiple: flag, webhookUrl: address, title: yes },
    { required: ["multiple"] },
  ),
  salesbotDesigner: object(
    {
      logo: text(500, { pattern: /^\/[^\s]*$/, expected: "a path on the host's server that begins with /" }),
      handlers: table(salesbotHandler, { form: code, max: 50 }),
    },
    { required: ["handlers"] },
  ),
  leftMenu: object({
    items: table(menuItem, { form: code, max: 20 }),
    stats: subItems,
    settings: subItems,
    hide: list(oneOf(systemItems.filter((item) => item !== "settings")), { max: 10 }),
  }),
  sms: object({ endpoint: address }, { required: ["endpoint"] }),
  mobile: object(
    {
      frameUrl: address,
      color: text(7, { pattern: /^#[0-9A-Fa-f]{6}$/, expected: "a colour of the form #RRGGBB" }),
    },
    { required: ["frameUrl", "color"] },
  ),
  amoforms: object({ required: flag, errorText: yes }),
};

/** What a manifest may hold, key by key. What its parts demand of each other is in the clauses. */
export const manifestShape: Shape = object(
  {
    name: text(64, {
      pattern: /^[a-z][A-Za-z0-9_]*$/,
      expected: "a lower-case Latin letter, then letters, digits and _",
      code: manifestCodes.widgetName,
    }),
    version: text(32, {
      pattern: /^\d+(?:\.\d+){0,3}(?:[-+][0-9A-Za-z.-]+)?$/,
      expected: 'numbers with dots between, such as "1.0.0"',
      code: manifestCodes.version,
    }),
    distribution: oneOf(["personal", "marketplace"]),
    brand: oneOf(["kommo", "amocrm"]),
    locales: list(oneOf(locales), { min: 1, max: locales.length }),
    support: object({
      link: supportLink,
      email: text(254, { pattern: /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/, expected: "an e-mail address" }),
    }),
    locations: object(
      Object.fromEntries(locations.map((location) => [location.code, locationShape(location)])),
      { unknown: unknownLocation },
    ),
    settings,
    installation: flag,
    showcase: flag,
    initOnce: flag,
    tour: object({
      images: object(
        Object.fromEntries(locales.map((locale) => [locale, list(text(200, pictures), { min: 1, max: 20 })])),
      ),
    }),
    ...blocks,
    code: text(64, code),
    secretKey: (value: PlainValue, path: Path, report) =>
      isObject(value) ? environment(value, path, report) : text(200)(value, path, report),
  },
  { required: ["name", "version", "distribution", "locales", "locations"] },
);

function supportLink(...[value, path, report]: Parameters<Shape>): void {
  if (typeof value === "string" && isHttps(value)) return;
  report(
    createManifestProblem(path, {
      code: manifestCodes.notHttps,
      message: `${quote(path)} is not an https address.`,
      found: show(value),
      expected: "an address that begins with https://",
    }),
  );
}
