import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { propertyRuns } from "../../test/property-runs";
import { sheet, soup } from "./fixtures/arbitrary-sheet";
import { canEscape, splitSelectors } from "./fixtures/can-escape";
import { scopeText } from "./fixtures/scope-text";
import { createSassEngine, type SassEngine } from "./sass/sass-engine";
import { parseItems, type CssItem } from "./syntax/parse-items";
import { readValues } from "./syntax/read-values";

describe("any sheet", () => {
  it("matches nothing outside of the root", () => {
    fc.assert(
      fc.property(scopedSheet, ({ css }) => {
        expect(listSelectors(css).filter((selector) => canEscape(selector))).toEqual([]);
      }),
      propertyRuns,
    );
  });

  it("keeps every declaration", () => {
    fc.assert(
      fc.property(scopedSheet, ({ text, css }) => {
        expect(listDeclarations(css)).toEqual(listDeclarations(text));
      }),
      propertyRuns,
    );
  });

  it("is not changed by being scoped again", () => {
    fc.assert(
      fc.property(scopedSheet, ({ css }) => {
        expect(scopeText(css)).toMatchObject({ css, problems: [] });
      }),
      propertyRuns,
    );
  });

  it("reads the same beside another sheet", () => {
    fc.assert(
      fc.property(scopedSheet, scopedSheet, (first, second) => {
        const together = listSelectors(`${first.css}\n${second.css}`);

        expect(together).toEqual([...listSelectors(first.css), ...listSelectors(second.css)]);
      }),
      propertyRuns,
    );
  });
});

describe("any sheet that Sass has compiled", () => {
  const folder = mkdtempSync(join(tmpdir(), "komponent-sass-"));
  let sass: SassEngine;

  beforeAll(async () => {
    sass = await createSassEngine();
  });
  afterAll(async () => {
    await sass.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it("matches nothing outside of the root, and keeps every declaration", async () => {
    const file = join(folder, "sheet.scss");
    await fc.assert(
      fc.asyncProperty(sheet, async (text) => {
        writeFileSync(file, text);
        const compiled = await sass.compile(file, ".playbook").catch(() => null);
        fc.pre(compiled !== null);
        const { css, problems } = scopeText(compiled.css);
        fc.pre(problems.length === 0);

        expect(listSelectors(css).filter((selector) => canEscape(selector))).toEqual([]);
        expect(listDeclarations(css)).toEqual(listDeclarations(compiled.css));
      }),
      // Each run waits for another process.
      { numRuns: Math.ceil(propertyRuns.numRuns / 4) },
    );
  });
});

describe("any text", () => {
  it("gives problems with a place, or a sheet that stays inside the root", () => {
    fc.assert(
      fc.property(soup, (text) => {
        const { css, problems } = scopeText(text);

        for (const { code, message, file, line, column } of problems) {
          expect(code).toMatch(/^KB4\d\d$/);
          expect(message).toMatch(/\.$/);
          expect(file).toBe("widget/sheet.css");
          expect(line).toBeGreaterThan(0);
          expect(column).toBeGreaterThan(0);
        }
        if (problems.some(({ severity }) => severity === "error")) return;
        expect(listSelectors(css).filter((selector) => canEscape(selector))).toEqual([]);
        expect(scopeText(css)).toMatchObject({ css });
      }),
      propertyRuns,
    );
  });
});

const scopedSheet = sheet
  .map((text) => ({ text, ...scopeText(text) }))
  .filter(({ problems }) => problems.length === 0);

/** Every selector of a sheet outside of keyframes and of `@scope`, each `&` replaced by what it stands for. */
function listSelectors(css: string): string[] {
  const found: string[] = [];
  visit(parseItems(css, readValues(css)), null);
  return found;

  function visit(items: readonly CssItem[], parent: string | null): void {
    for (const item of items) {
      if (item.type === "rule") {
        const selector = resolve(textOf(item.prelude), parent);
        found.push(selector);
        visit(item.body.items, selector);
      } else if (item.type === "at-rule" && item.name === "scope") {
        const start = textOf(item.prelude);
        expect(start).toMatch(/^\(/);
        found.push(resolve(start.slice(1, start.indexOf(")")), null));
      } else if (item.type === "at-rule" && !item.name.endsWith("keyframes")) {
        visit(item.body?.items ?? [], parent);
      }
    }
  }

  function textOf(values: readonly { start: number; end: number }[]): string {
    return css.slice(values[0]?.start ?? 0, values.at(-1)?.end ?? 0).replaceAll(/\/\*[^]*?\*\//g, "");
  }
}

function resolve(selector: string, parent: string | null): string {
  if (parent === null) return selector;
  return splitSelectors(selector)
    .map((part) => (part.includes("&") && !/^\s*[>+~]/.test(part) ? part : `& ${part}`))
    .map((part) => part.replaceAll("&", `:is(${parent})`))
    .join(", ");
}

/** The declarations of a sheet in any order, without the prefixes of names. */
function listDeclarations(css: string): string[] {
  return collect(parseItems(css, readValues(css))).sort();

  function collect(items: readonly CssItem[]): string[] {
    return items.flatMap((item) => {
      if (item.type === "declaration") return css.slice(item.start, item.end).replaceAll("playbook-", "");
      return item.type === "junk" ? [] : collect(item.body?.items ?? []);
    });
  }
}
