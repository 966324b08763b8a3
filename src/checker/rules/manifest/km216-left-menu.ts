import { defineRule, everyBrand, everyProfile, type RuleContext } from "../../rule";
import { objectOf } from "../../widget/manifest-view";
import { createMemberReporter } from "./report-member";

const systemItems = ["dashboard", "leads", "customers", "tasks", "catalogs", "mail", "stats", "settings"];

export const km216 = defineRule({
  id: "KM216",
  clause: "Kommo: Left menu, Public integration checklist; amoCRM: Left menu",
  title: "left_menu keeps to its documented form.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  needsManifest: true,
  why: "The menu belongs to every user of the account. It is open to public integrations only, and only in this form.",
  good: '"notes": { "title": "menu.title", "icons": { "light": "images/l.svg", "dark": "images/d.svg" }, "sort": { "after": "leads" } }',
  bad: '"settings": { "is_hidden": true }; "sort": { "after": "inbox" }',
  check(context) {
    const { manifest } = context.widget;
    const report = createMemberReporter(context);
    const menu = manifest.get("left_menu");
    if (menu === undefined) return;
    const items = objectOf(menu);
    if (items === null) return report(["left_menu"], "left_menu is no object.");
    if (context.profile === "private")
      return report(["left_menu"], "Only a public integration may have a left_menu.", {
        found: null,
        fix: "drop it.",
      });
    for (const [code, value] of Object.entries(items)) {
      const path = ["left_menu", code];
      const item = objectOf(value);
      if (item === null) report(path, `The item "${code}" is no object.`);
      else if (item["is_hidden"] === true) {
        if (code === "settings") report([...path, "is_hidden"], "Settings cannot be hidden.");
        else if (!systemItems.includes(code))
          report(path, `"${code}" is no item of the CRM that could be hidden.`, { found: null });
      } else if (!systemItems.includes(code)) checkOwnItem(context, code, item);
    }
  },
});

function checkOwnItem(context: RuleContext, code: string, item: Readonly<Record<string, unknown>>): void {
  const report = createMemberReporter(context);
  const path = ["left_menu", code];
  if (typeof item["title"] !== "string")
    report([...path, "title"], `The item "${code}" has no title.`, {
      expected: "a path into the i18n files",
    });
  const after = objectOf(item["sort"])?.["after"];
  if (after !== undefined && !systemItems.some((known) => known === after))
    report([...path, "sort", "after"], "The menu has no item of that name.", {
      expected: systemItems.join(", "),
    });
  const icons = objectOf(item["icons"]);
  if (icons === null && item["icon"] === undefined)
    return report([...path, "icons"], `The item "${code}" has no icons.`, {
      expected: "icons.light and icons.dark",
    });
  if (icons === null && context.brand === "kommo")
    report([...path, "icon"], "icon alone is the old form; a dark theme needs its own.", {
      severity: "warning",
      expected: "icons.light and icons.dark",
    });
  const named = icons === null ? [["icon"]] : Object.keys(icons).map((theme) => ["icons", theme]);
  for (const part of named) checkIcon(context, [...path, ...part]);
}

function checkIcon(context: RuleContext, path: readonly string[]): void {
  const report = createMemberReporter(context);
  const icon = context.widget.manifest.get(...path);
  if (typeof icon !== "string") return report(path, "The icon is no path.");
  if (icon.startsWith("/"))
    return report(path, "The path of an icon has no slash in front.", { expected: icon.slice(1) });
  if (!context.widget.files.has(icon))
    report(path, "The icon is not in the archive.", { expected: "the path of a file: images/menu.svg" });
}
