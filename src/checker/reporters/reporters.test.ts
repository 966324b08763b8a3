import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findPackageRoot } from "../../../build/package-root";
import { createSample } from "../cases/sample-widget";
import { checkWidget } from "../check-widget";
import { rules } from "../rules";
import { reportGithub } from "./report-github";
import { reportJson } from "./report-json";
import { reportSarif } from "./report-sarif";
import { reportText } from "./report-text";

const broken = createSample()
  .remove("images/logo.png")
  .script("    debugger;")
  .i18n("en", "card.title", "[untranslated] a%b\u001b[31m");
const picked = rules.filter(({ id }) => ["KM103", "KM305", "KM604", "KM905", "KM1203"].includes(id));
const result = await checkWidget(broken.read, { today: "2026-11-21", rules: picked });
const plain = (_style: string, text: string) => text;

describe("the report", () => {
  it("as text puts errors last, and lets nobody steer the terminal", () => {
    expect(
      reportText(
        { ...result, findings: result.findings.filter(({ severity }) => severity === "error") },
        "widget.zip",
        plain,
      ),
    ).toMatchInlineSnapshot(`
      "KM103 error  The picture images/logo.png is missing.
             Expected: images/logo.png
             Fix: add a PNG of 130×100 pixels.

      KM305 error  i18n/en.json:12:14  The text card.title waits for its translation.
             Found: [untranslated] a%b\\u001b[31m

      KM604 error  script.js:3:5  A debugger statement stops the page for whoever has the developer tools open.
             Found: debugger
             Fix: remove it.

      widget.zip: 3 errors, 0 warnings, 1 for a person to look at, 0 notes.
      Profile marketplace, brand kommo. 4 rules ran; not checked, or not in full:
        holds for amocrm only: KM905
      komponent explain <rule> tells why a rule is there, with a good and a bad example.
      "
    `);
  });

  it("as JSON has the members of its schema, and no others", () => {
    const schema = JSON.parse(
      readFileSync(join(findPackageRoot(), "docs", "check-result.schema.json"), "utf8"),
    ) as Schema;
    const report = JSON.parse(reportJson(result, "widget.zip")) as Record<string, object> & {
      findings: object[];
    };

    expect(Object.keys(report)).toEqual(schema.required);
    expect(Object.keys(report["summary"] as object)).toEqual(schema.properties.summary.required);
    for (const finding of report.findings)
      expect(Object.keys(finding)).toEqual(schema.$defs.finding.required);
  });

  it("as annotations of GitHub escapes what would end a command", () => {
    expect(
      reportGithub({ ...result, findings: result.findings.filter(({ rule }) => rule === "KM305") }),
    ).toBe(
      "::error file=i18n/en.json,line=12,col=14,title=KM305::The text card.title waits for its translation.%0AFound: [untranslated] a%25b\u001b[31m\n",
    );
  });

  it("as SARIF names each rule once, and each place", () => {
    const log = JSON.parse(reportSarif(result, rules, "1.2.3")) as Sarif;
    const [run] = log.runs;

    expect(log.version).toBe("2.1.0");
    expect(run?.tool.driver.rules.map(({ id }) => id).sort()).toEqual(["KM103", "KM1203", "KM305", "KM604"]);
    expect(run?.results.find(({ ruleId }) => ruleId === "KM604")).toMatchObject({
      level: "error",
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "script.js" },
            region: { startLine: 3, startColumn: 5 },
          },
        },
      ],
    });
    expect(run?.results.find(({ ruleId }) => ruleId === "KM103")).not.toHaveProperty("locations");
  });
});

interface Schema {
  readonly required: readonly string[];
  readonly properties: { readonly summary: { readonly required: readonly string[] } };
  readonly $defs: { readonly finding: { readonly required: readonly string[] } };
}

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly { readonly ruleId: string }[];
  }[];
}
