import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findPackageRoot } from "../../build/package-root";
import { listRulePages } from "./rule-pages";
import { rules } from "./rules";

const folder = join(findPackageRoot(), "docs", "rules");
const pages = listRulePages(rules);

it("keeps a page for each rule and none besides; mend with npm run docs", () => {
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
});

it.each([...pages])("keeps %s as the rules are; mend with npm run docs", (name, content) => {
  expect(readFileSync(join(folder, name), "utf8")).toBe(content);
});

it("tells of every rule what it asks, why, where it is written, and shows a good and a bad example", () => {
  for (const rule of rules) {
    expect(rule.id).toMatch(/^KM\d{3,4}$/);
    for (const text of [rule.title, rule.why]) expect(text, rule.id).toMatch(/[.!]$/);
    for (const text of [rule.clause, rule.good, rule.bad]) expect(text, rule.id).not.toBe("");
  }
});

it("gives each rule an id of its own, in order", () => {
  const ids = rules.map(({ id }) => Number(id.slice(2)));

  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
});
