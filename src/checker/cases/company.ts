import { listingFields, readListing } from "../config/listing";
import { drawPng } from "./draw-png";
import { unchanged, type CaseTable } from "./rule-case";
import type { SampleWidget } from "./sample-widget";

const text = (value: string) => (w: SampleWidget) => w.i18n("en", "card.title", value);
const policies = (en: string | undefined, es: string) =>
  form({ en: { privacyPolicy: en }, es: { privacyPolicy: es } });

export const companyCases: CaseTable = {
  KM1201: {
    good: {
      "a page in each language": {
        widget: (w) => w,
        options: policies("https://acme.com/en", "https://acme.com/es"),
      },
    },
    near: { "no form to look at": unchanged },
    bad: {
      "one page for two languages": {
        widget: (w) => w,
        options: policies("https://acme.com/p", "https://acme.com/p"),
        finds: [
          {
            file: null,
            severity: "warning",
            message: "listing.json names one privacy policy for en and es.",
          },
        ],
      },
      "none, and one without encryption": {
        widget: (w) => w,
        options: policies(undefined, "http://acme.com/es"),
        finds: [
          { severity: "error", message: "listing.json has no privacy policy in en." },
          { severity: "error", message: "The privacy policy of listing.json (es) is no https address." },
        ],
      },
    },
  },
  KM1202: {
    good: { "a number of +1": { widget: text("Call +1 555 0100 200"), options: { brand: "amocrm" } } },
    near: { "a Russian number on Kommo": { widget: text("Call +7 495 000-00-00") } },
    bad: {
      "a Russian number in an English text, on amoCRM": {
        widget: text("Call +7 495 000-00-00"),
        options: { brand: "amocrm" },
        finds: [
          {
            file: "i18n/en.json",
            line: 12,
            severity: "warning",
            message: "A phone number of the texts in en is not one of +1.",
            found: "+7 495 000-00-00",
          },
        ],
      },
    },
  },
  KM1204: {
    good: { "no claim": unchanged },
    near: { "the official site": { widget: text("See the official site of Acme") } },
    bad: {
      "a claim": {
        widget: text("The official Telegram integration"),
        finds: [
          { line: 12, message: "The text card.title claims to be official.", found: "official Telegram" },
        ],
      },
    },
  },
  KM1208: {
    good: { "a form without gaps": { widget: (w) => w, options: form({ en: {} }) } },
    near: {
      "no form": unchanged,
      "no tags, which are optional": { widget: (w) => w, options: form({ en: { tags: undefined } }) },
    },
    bad: {
      "no gallery, no owner, a picture that is not there, no news": {
        widget: (w) => w,
        options: form({ en: { gallery: [], owner: "", icon: "other.png" } }, { news: undefined }),
        finds: [
          { file: null, severity: "error", message: "listing.json has no owner in en." },
          { message: "listing.json has no gallery in en.", expected: "1 to 5 slides" },
          { message: "The picture other.png of listing.json (en) is not there." },
          { message: "listing.json has no news." },
        ],
      },
      "a source of leads without Multiple sources": {
        widget: (w) => w.manifest("locations", ["lead_sources"]),
        options: form({ en: {} }),
        finds: [
          {
            severity: "warning",
            message: "The widget is a source of leads, and the form does not tick Multiple sources.",
          },
        ],
      },
    },
  },
};

function form(locales: Record<string, Record<string, unknown>>, once: Record<string, unknown> = {}) {
  const filled = Object.fromEntries(listingFields.map((field) => [field, field]));
  const pictures = { icon: "icon.png", installedLogo: "logo.png", gallery: ["slide.png"] };
  const listing = {
    code: "acme_notes",
    redirectUrl: "https://acme.com/oauth",
    permissions: ["crm"],
    duplicateControl: false,
    multipleSources: false,
    news: "first version",
    testAccess: "demo",
    ...once,
    locales: Object.fromEntries(
      Object.entries(locales).map(([locale, texts]) => [locale, { ...filled, ...pictures, ...texts }]),
    ),
  };
  const files = new Map(["icon.png", "logo.png", "slide.png"].map((name) => [name, drawPng(1, 1)]));
  return { listing: readListing(JSON.stringify(listing), () => files) };
}
