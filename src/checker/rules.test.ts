import { describe, expect, it } from "vitest";
import { cases } from "./cases";
import type { BadCase, RuleCase } from "./cases/rule-case";
import { createSample } from "./cases/sample-widget";
import { checkAtOnce, checkWidget } from "./check-widget";
import type { Rule } from "./rule";
import { rules } from "./rules";

const sample = createSample();

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const known = cases[id];

  it("has good, bad and near cases, unless only a person can judge it", () => {
    if (rule.check === undefined && rule.inPage === undefined)
      return void expect(rule.statement, "its statement").toBeTruthy();

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

describe("what editors are told of a rule", () => {
  const kinds = { script: /\.js$/, style: /\.css$/ } as const;
  const inEditors = rules.filter(({ shownIn }) => shownIn !== undefined);
  const others = rules.filter(({ shownIn, id }) => shownIn === undefined && !/^KM1\d\d$/.test(id));

  it.each(inEditors.map((rule) => [rule.id, rule] as const))(
    "%s: where its findings lie",
    async (id, rule) => {
      for (const { file } of await findAll(id, rule))
        for (const kind of ["script", "style"] as const)
          if (kinds[kind].test(file ?? "")) expect(rule.shownIn, file ?? "").toContain(kind);
    },
  );

  it("a rule that they are not told of finds nothing in scripts and styles", async () => {
    const found = await Promise.all(others.map(async (rule) => findAll(rule.id, rule)));

    expect(found.flat().filter(({ file }) => /\.(?:js|css)$/.test(file ?? ""))).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))("%s: whether it can mend", async (id, rule) => {
    const edits = await Promise.all(Object.values(cases[id]?.bad ?? {}).map((bad) => editsOf(rule, bad)));

    expect(edits.some((count) => count > 0)).toBe(rule.mends === true);
  });

  it.each(inEditors.map((rule) => [rule.id, rule] as const))("%s: the same, at once", async (id, rule) => {
    // Editors have no page.
    const ofFiles = Object.values(cases[id]?.bad ?? {}).filter(({ options }) => !options?.page);
    for (const { widget, options } of ofFiles) {
      const { read } = widget(sample);
      const settings = { today: "2026-11-21", ...options, rules: [rule] };
      const { findings } = await checkWidget(read, { ...settings, attestations: null });
      expect(checkAtOnce(read, settings)).toMatchObject(
        findings.filter(({ severity }) => severity !== "manual"),
      );
    }
  });
});

async function findAll(id: string, rule: Rule) {
  const found = await Promise.all(Object.values(cases[id]?.bad ?? {}).map((bad) => findingsOf(rule, bad)));
  return found.flat();
}

async function editsOf(rule: Rule, { widget, options }: RuleCase): Promise<number> {
  const { edits } = await checkWidget(widget(sample).read, { ...options, rules: [rule] });
  return edits.size;
}

async function findingsOf(rule: Rule, { widget, options }: RuleCase) {
  const { findings } = await checkWidget(widget(sample).read, {
    today: "2026-11-21",
    ...options,
    rules: [rule],
  });
  return findings.filter(({ severity }) => severity !== "manual");
}
