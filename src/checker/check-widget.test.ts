import { describe, expect, it } from "vitest";
import { judgeStatement } from "./attest/judge-statement";
import { readAttestations } from "./attest/read-attestations";
import { createSample } from "./cases/sample-widget";
import { checkWidget, type CheckOptions } from "./check-widget";
import { emptyConfig } from "./config/check-config";
import { readCheckConfig } from "./config/read-check-config";
import { rules } from "./rules";

const sample = createSample();
const today = "2026-11-21";
const check = (widget = sample, options: CheckOptions = {}) =>
  checkWidget(widget.read, { today, ...options });
const withoutPeople = (findings: readonly { readonly severity: string }[]) =>
  findings.filter(({ severity }) => severity !== "manual");

describe("a widget without a fault", () => {
  it.each<[string, CheckOptions]>([
    ["Kommo's marketplace", {}],
    ["amoCRM's marketplace", { brand: "amocrm" }],
    ["a private integration", { profile: "private" }],
    ["a private integration on amoCRM", { profile: "private", brand: "amocrm" }],
  ])("has no findings for %s", async (_name, options) => {
    expect(withoutPeople((await check(sample, options)).findings)).toEqual([]);
  });

  it("has none either with the documented things that only look wrong", async () => {
    const kitchenSink = sample
      .manifest("widget.locale", ["en", "es"])
      .manifest("locations", ["settings", "lcard-1", "llist-0", "everywhere"])
      .manifest("tour.tour_images.es", ["/images/tour_1_es.png"])
      .bytes(
        "images/tour_1_es.png",
        (createSample().read.files.get("images/tour_1_en.png") as Uint8Array).map((byte, index) =>
          index === 200 ? 255 : byte,
        ),
      )
      .text(
        "i18n/es.json",
        JSON.stringify(
          {
            widget: {
              name: "Notas via Acme",
              description: "Guarda una nota corta junto a cada lead. Todos la ven.",
              short_description: "Una nota junto a cada lead",
              tour_description: "Escriba una nota y encuéntrela después.",
            },
            settings: { notes: "Notas" },
            card: { title: "Todos", failed: "No se pudo guardar la nota. Escriba a help@acme.com." },
          },
          null,
          2,
        ).concat("\n"),
      )
      .text("templates/card.twig", "<p class='acme_notes__text'>{{ title }}</p>\n")
      .script(
        [
          '    self.load = function (name) { return self.render({ href: "/templates/" + name + ".twig" }); };',
          "    // The name says it: no code here.",
          '    self.hint = "yourdomain.kommo.com";',
        ].join("\n"),
      );

    expect(withoutPeople((await check(kitchenSink)).findings)).toEqual([]);
  });

  it("leaves no rule out in silence: those that ran and those that did not are all", async () => {
    const { summary } = await check();

    expect(summary.rules + summary.skipped.length).toBe(rules.length);
    for (const { reason } of summary.skipped) expect(reason).not.toBe("");
    expect(summary).toMatchObject({ errors: 0, warnings: 0, notes: 0, suppressed: 0 });
    expect(summary.manual).toBe(
      rules.filter((rule) => rule.statement && rule.brands.includes("kommo")).length,
    );
  });

  it("differs between the brands only where a rule names one, or its lists do", async () => {
    const broken = sample
      .manifest("locations", ["tline"])
      .png("images/logo.png", 1, 1)
      .i18n("en", "widget.name", "x".repeat(40));
    const idsOf = async (brand: "kommo" | "amocrm") =>
      new Set(
        (await check(broken, { brand })).findings
          .filter(({ severity }) => severity === "error")
          .map(({ rule }) => rule),
      );
    const [kommo, amocrm] = [await idsOf("kommo"), await idsOf("amocrm")];

    expect([...kommo].filter((id) => !amocrm.has(id))).toEqual(["KM310", "KM311"]);
    expect([...amocrm].filter((id) => !kommo.has(id))).toEqual([]);
  });
});

describe("the private profile", () => {
  it("keeps errors that would not upload or start, and lowers the others", async () => {
    const broken = sample.manifest("widget.interface_version", 1).script("    debugger;");

    const { findings } = await check(broken, { profile: "private" });

    expect(
      withoutPeople(findings).map(({ severity, ...finding }) => [
        (finding as { rule?: string }).rule,
        severity,
      ]),
    ).toEqual([
      ["KM207", "error"],
      ["KM604", "warning"],
    ]);
  });
});

describe("a library", () => {
  const library = "/*! Select2 4.0.13 | MIT */\nfunction go() {\n  debugger;\n  debugger;\n}\n";

  it("gets one note a rule and file", async () => {
    const { findings } = await check(
      sample
        .text("lib/select2.js", library)
        .replace("script.js", '["jquery"]', '["jquery", "./lib/select2"]'),
    );

    expect(findings.filter(({ rule }) => rule === "KM604")).toMatchObject([
      {
        severity: "note",
        file: "lib/select2.js",
        line: 3,
        message:
          "A debugger statement stops the page for whoever has the developer tools open. (in the library select2.js)",
      },
    ]);
  });

  it("has to keep to the rules that hold for all files", async () => {
    const { findings } = await check(sample.text("lib/select2.js", library.replaceAll("\n", "\r\n")));

    expect(findings.find(({ rule }) => rule === "KM109")).toMatchObject({
      severity: "error",
      file: "lib/select2.js",
    });
  });

  it("is known inside the author's own bundle too", async () => {
    const bundle = sample.script(
      "    // node_modules/preact/dist/preact.mjs\n    debugger;\n    // widget/index.ts\n    debugger;",
    );

    const { findings } = await check(bundle);

    expect(
      findings.filter(({ rule }) => rule === "KM604").map(({ line, severity }) => [line, severity]),
    ).toEqual([
      [4, "note"],
      [6, "error"],
    ]);
  });
});

describe("many findings of one rule", () => {
  it("are listed up to a limit, and the summary says so", async () => {
    const { findings, summary } = await check(sample.script("    debugger;".repeat(400)));

    expect(findings.filter(({ rule }) => rule === "KM604")).toHaveLength(300);
    expect(summary.skipped).toContainEqual({
      rule: "KM604",
      reason: "more than 300 findings; the rest is not listed",
    });
  });
});

describe("a suppression", () => {
  const broken = sample.script("    debugger;\n    debugger;");

  it.each([
    ["of a file takes all of its findings", {}, 2],
    ["of a line takes that line's", { line: 4 }, 1],
    ["of another file takes none", { file: "other.js" }, 0],
    ["of another rule takes none", { rule: "KM603" }, 0],
    ["that ends today still holds", { until: today }, 2],
    ["that ended yesterday does not", { until: "2026-11-20" }, 0],
  ])("%s", async (_name, more, suppressed) => {
    const { summary } = await check(broken, suppress(more));

    expect(summary.suppressed).toBe(suppressed);
    expect(summary.errors).toBe(2 - suppressed);
  });

  it("cannot silence a rule about broken uploads and secrets", async () => {
    const { summary } = await check(sample.remove("manifest.json"), suppress({ rule: "KM101", file: null }));

    expect(summary).toMatchObject({ suppressed: 0, errors: 1 });
  });
});

describe("a signature", () => {
  const statement = { by: "Ana Ruiz", date: "2026-11-01", note: "looked at all of it", result: "ok" };
  const sign = (more: object, version = "1.0.0", profile = "kommo-marketplace") =>
    readAttestations(
      JSON.stringify({ profile, version, statements: { KM1203: { ...statement, ...more } } }),
      rules,
      today,
    );
  const find = async (attestations: ReturnType<typeof sign>, id = "KM1203") =>
    (await check(sample, { attestations })).findings.find(({ rule }) => rule === id);

  it("turns the question into a note that says who signed", async () => {
    const finding = await find(sign({}));

    expect(finding?.severity).toBe("note");
    expect(finding?.message).toMatch(/ Signed by Ana Ruiz on 2026-11-01 \(ok\): looked at all of it$/);
  });

  it.each([
    ["for another version", sign({}, "0.9.0"), "it was signed for version 0.9.0"],
    ["for another profile", sign({}, "1.0.0", "amocrm-marketplace"), "it was signed for amocrm-marketplace"],
    ["too long ago", sign({ date: "2026-05-01" }), "it was signed on 2026-05-01, more than 180 days ago"],
  ])("%s asks again", async (_name, attestations, reason) => {
    const finding = await find(attestations);

    expect(finding?.severity).toBe("manual");
    expect(finding?.message).toContain(`The signature no longer counts: ${reason}.`);
  });

  it("of files counts only while they are as they were, and the check prints what to write", async () => {
    const { findings } = await check();
    const draft = findings.find(({ rule }) => rule === "KM410")?.fix ?? "";
    const hash = /"hash":"([0-9a-f]{16})"/.exec(draft)?.[1] as string;
    const context = { profile: "kommo-marketplace", version: "1.0.0", today, hash };
    const signed = { ...statement, result: "ok", hash } as const;

    expect(judgeStatement(sign({}), signed, context)).toBeNull();
    expect(judgeStatement(sign({}), { ...signed, hash: "0".repeat(16) }, context)).toBe(
      "the files that it vouches for have changed",
    );
    expect(judgeStatement(sign({}), { ...signed, hash: null }, context)).toBe(
      "it has no hash of the files that it vouches for",
    );
  });

  it.each([
    ["an unknown rule", { KM999: statement }, "KM999 is no rule that a person signs."],
    ["a rule that nobody signs", { KM101: statement }, "KM101 is no rule that a person signs."],
    ["no name", { KM1203: { ...statement, by: "" } }, '"statements.KM1203.by" is not a name.'],
    [
      "a short note",
      { KM1203: { ...statement, note: "ok" } },
      '"statements.KM1203.note" is not a note of at least 10 characters.',
    ],
    ["no result", { KM1203: { ...statement, result: undefined } }, 'The "result" is missing.'],
    [
      "a date to come",
      { KM1203: { ...statement, date: "2027-01-01" } },
      "The date 2027-01-01 lies in the future.",
    ],
  ])("with %s is refused", (_name, statements, message) => {
    const text = JSON.stringify({ profile: "kommo-marketplace", version: "1.0.0", statements });

    expect(() => readAttestations(text, rules, today)).toThrow(message);
  });
});

describe("check.json", () => {
  it("may be empty", () => {
    expect(readCheckConfig("{}", rules)).toEqual(emptyConfig);
  });

  it.each([
    ['{ "brand": "bitrix" }', '"brand" is unknown.'],
    ['{ "prefixes": [1] }', '"prefixes.0" is not the beginning of a class name.'],
    ['{ "isVendor": "yes" }', '"isVendor" is not true or false.'],
    [
      '{ "suppress": [{ "rule": "KM1", "file": "a.js", "reason": "a good reason" }] }',
      "There is no rule KM1.",
    ],
    ['{ "suppress": [{ "rule": "KM605", "file": "a.js" }] }', "The reason is missing."],
    [
      '{ "suppress": [{ "rule": "KM605", "line": 0, "reason": "a good reason" }] }',
      '"suppress.0.line" is not a whole number above 0.',
    ],
    [
      '{ "suppress": [{ "rule": "KM605", "until": "soon", "reason": "a good reason" }] }',
      '"suppress.0.until" is not a date: 2027-01-31.',
    ],
    ["{ // note\n}", "JSON has no comments."],
    ["[]", "The file is no object."],
    ["", "Expected a value, found the end of the file."],
  ])("%s is refused", (text, message) => {
    expect(() => readCheckConfig(text, rules)).toThrow(message);
  });
});

function suppress(more: object): CheckOptions {
  const suppression = { rule: "KM604", file: "script.js", line: null, reason: "why", until: null, ...more };
  return { config: { ...emptyConfig, suppress: [suppression] } };
}
