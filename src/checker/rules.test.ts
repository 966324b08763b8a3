import { describe, expect, it } from "vitest";
import { cases } from "./cases";
import type { BadCase, RuleCase } from "./cases/rule-case";
import { createSample } from "./cases/sample-widget";
import { checkWidget } from "./check-widget";
import type { Rule } from "./rule";
import { rules } from "./rules";

const sample = createSample();

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const known = cases[id];

  it("has good, bad and near cases, unless only a person or a running page can judge it", () => {
    if (rule.kind === "page" && rule.statement === undefined) return void expect(rule.check).toBeDefined();
    if (rule.check === undefined) return void expect(rule.statement, "its statement").toBeTruthy();

    for (const kind of ["good", "bad", "near"] as const)
      expect(Object.keys(known?.[kind] ?? {}).length, `${kind} cases of ${id}`).toBeGreaterThan(0);
  });

  const quiet = Object.entries({ ...known?.good, ...known?.near });
  if (quiet.length > 0)
    it.each(quiet)("has nothing to say about %s", async (_name, quietCase) => {
      expect(await findingsOf(rule, quietCase)).toEqual([]);
    });

  const loud = Object.entries(known?.bad ?? {});
  if (loud.length > 0)
    it.each(loud)("finds %s", async (_name, bad: BadCase) => {
      const found = await findingsOf(rule, bad);

      expect(found).toEqual(bad.finds.map((expected) => expect.objectContaining(expected)));
    });
});

async function findingsOf(rule: Rule, { widget, options }: RuleCase) {
  const { findings } = await checkWidget(widget(sample).read, {
    today: "2026-11-21",
    ...options,
    rules: [rule],
  });
  return findings.filter(({ severity }) => severity !== "manual");
}
