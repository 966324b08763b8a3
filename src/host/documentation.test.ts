import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { platformMembers } from "./members";

/** Which interface of which file says what the members of a path are. */
const sources = {
  widget: ["widget", "interface KommoWidget"],
  "widget.params": ["params", "interface SystemParams"],
  "widget.callbacks": ["callbacks", "interface WidgetCallbacks"],
  APP: ["app", "interface KommoApp"],
  "APP.data": ["app-data", "interface AppData"],
  "APP.data.current_card": ["card", "interface CurrentCard"],
  "APP.sdk": ["app-sdk", "interface AppSdk"],
  "APP.notifications": ["notifications", "interface Notifications"],
  "APP.widgets": ["app-widgets", "interface AppWidgets"],
  "APP.widgets.system": ["system-info", "interface SystemInfo"],
  "APP.router": ["app-internals", "interface AppRouter"],
  "APP.inbox": ["app-internals", "interface AppInbox"],
  "APP.system": ["app-internals", "interface AppSystem"],
  modal: ["modal", "class Modal"],
} as const satisfies Record<keyof typeof platformMembers, readonly [file: string, declaration: string]>;

const members = Object.entries(platformMembers).flatMap(([path, names]) =>
  names.map((name) => [path as keyof typeof sources, name] as const),
);

describe("the documentation of the CRM's interface", () => {
  it.each(members)("says of %s.%s on which page it rests, or that it is observed", (path, name) => {
    expect(documentationOf(path, name)).toMatch(/@page (Kommo|amoCRM): \S|@undocumented/);
  });

  it.each(members.filter(([path]) => path !== "modal"))("says of %s.%s where it works", (path, name) => {
    expect(documentationOf(path, name)).toMatch(/@area \S/);
  });
});

function documentationOf(path: keyof typeof sources, name: string): string {
  const [file, declaration] = sources[path];
  const source = readFileSync(new URL(`${file}.ts`, import.meta.url), "utf8");
  const start = source.indexOf(`${declaration}`);
  const body = source.slice(start, source.indexOf("\n}\n", start));
  const member = new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\n  ${name.replace("$", "\\$")}[?(:<]`);
  return member.exec(body)?.[1] ?? "";
}
