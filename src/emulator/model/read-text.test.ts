import { describe, expect, it } from "vitest";
import { readWidget } from "./read-widget";
import { hasLocation, nameWidget, readWidgetText } from "./read-text";

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const create = (manifest: object, texts: Record<string, unknown> = {}) =>
  readWidget({
    code: "sample",
    files: new Map([
      ["manifest.json", encode(manifest)],
      ...Object.entries(texts).map(([locale, text]) => [`i18n/${locale}.json`, encode(text)] as const),
    ]),
  });

describe("a widget's text", () => {
  const widget = create(
    { widget: { name: "widget.name" } },
    { en: { widget: { name: "Sample" } }, es: { widget: { name: "Muestra" } }, pt: { widget: {} } },
  );

  it.each([
    ["es", "Muestra"],
    ["en", "Sample"],
    ["pt", "Sample"],
    ["ru", "Sample"],
  ] as const)("is read in %s", (locale, name) => {
    expect(nameWidget(widget, locale)).toBe(name);
  });

  it.each(["constructor", "widget.name.toString", "__proto__.x", "widget", ""])(
    "is itself where %j leads to no text",
    (path) => {
      expect(readWidgetText(widget, path, "en")).toBe(path);
    },
  );

  it("falls back to the code where the manifest names nothing", () => {
    expect(nameWidget(create({}), "en")).toBe("sample");
  });
});

it.each([
  [["lcard-1"], true],
  [["lcard-0"], true],
  [["lcard"], true],
  [["lcard-2"], false],
  [["llist-1"], false],
])("locations %j list the lead card: %s", (locations, isListed) => {
  expect(hasLocation(create({ locations }), "lcard")).toBe(isListed);
});
