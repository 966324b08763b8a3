import { describe, expect, it } from "vitest";
import { scopeText } from "../fixtures/scope-text";

describe("a name that the whole page shares", () => {
  it.each([
    [
      "keyframes",
      "@keyframes fade { to { order: 1 } } .x { animation: 1s ease fade, spin 2s; animation-name: fade }",
      "@keyframes playbook-fade { to { order: 1 } } .playbook .x { animation: 1s ease playbook-fade, spin 2s; animation-name: playbook-fade }",
    ],
    [
      "keyframes in quotes and with a vendor's prefix",
      `@-webkit-keyframes "fade" { } .x { -webkit-animation: "fade" 1s }`,
      `@-webkit-keyframes "playbook-fade" { } .playbook .x { -webkit-animation: "playbook-fade" 1s }`,
    ],
    [
      "keyframes by the name of a keyword",
      "@keyframes alternate { } .x { animation: alternate 1s; animation-name: alternate }",
      "@keyframes playbook-alternate { } .playbook .x { animation: alternate 1s; animation-name: playbook-alternate }",
    ],
    [
      "fonts",
      `@font-face { font-family: "My Font" } .x { font-family: my font, serif; font: bold 12px/1.5 "My Font", Arial }`,
      `@font-face { font-family: "playbook-My Font" } .playbook .x { font-family: playbook-my font, serif; font: bold 12px/1.5 "playbook-My Font", Arial }`,
    ],
    [
      "fonts behind a size that is a word",
      "@font-face { font-family: Own } .x { font: italic small Own }",
      "@font-face { font-family: playbook-Own } .playbook .x { font: italic small playbook-Own }",
    ],
    [
      "fonts, where other at-rules speak of them",
      "@font-face { font-family: Own } @font-palette-values --warm { font-family: Own } @font-feature-values Own { @styleset { nice: 1 } } .x { font-palette: --warm }",
      "@font-face { font-family: playbook-Own } @font-palette-values --playbook-warm { font-family: playbook-Own } @font-feature-values playbook-Own { @styleset { nice: 1 } } .playbook .x { font-palette: --playbook-warm }",
    ],
    [
      "counter styles",
      "@counter-style ticks { system: extends box; fallback: box } @counter-style box { } .x { list-style: inside ticks; content: counter(n, box) counters(n, '.', box) }",
      "@counter-style playbook-ticks { system: extends playbook-box; fallback: playbook-box } @counter-style playbook-box { } .playbook .x { list-style: inside playbook-ticks; content: counter(n, playbook-box) counters(n, '.', playbook-box) }",
    ],
    [
      "containers",
      ".x { container: card / inline-size } .y { container-name: side card } @container card (width > 1px) { .z { order: 1 } } @container other (width > 1px) { .z { order: 2 } }",
      ".playbook .x { container: playbook-card / inline-size } .playbook .y { container-name: playbook-side playbook-card } @container playbook-card (width > 1px) { .playbook .z { order: 1 } } @container other (width > 1px) { .playbook .z { order: 2 } }",
    ],
    [
      "layers, their inner ones aside",
      "@layer base, theme.dark; @layer theme { @layer dark { .x { order: 1 } } } @media print { @layer base { .y { order: 2 } } }",
      "@layer playbook-base, playbook-theme.dark; @layer playbook-theme { @layer dark { .playbook .x { order: 1 } } } @media print { @layer playbook-base { .playbook .y { order: 2 } } }",
    ],
    [
      "registered properties, others aside",
      "@property --size { syntax: '*'; inherits: false } .x { --size: 1px; --other: 2px; width: calc(var(--size) + var(--other, 1px)); transition: --size 1s }",
      "@property --playbook-size { syntax: '*'; inherits: false } .playbook .x { --playbook-size: 1px; --other: 2px; width: calc(var(--playbook-size) + var(--other, 1px)); transition: --playbook-size 1s }",
    ],
    [
      "functions and places of position",
      "@function --half(--size) { result: calc(var(--size) / 2) } @position-try --below { top: 1px } .x { width: --half(4px); position-try-fallbacks: --below }",
      "@function --playbook-half(--size) { result: calc(var(--size) / 2) } @position-try --playbook-below { top: 1px } .playbook .x { width: --playbook-half(4px); position-try-fallbacks: --playbook-below }",
    ],
    [
      "a name that is the widget's already",
      "@keyframes playbook-fade { } @property --playbook_size { syntax: '*' } .x { animation: playbook-fade 1s; --playbook_size: 1px }",
      "@keyframes playbook-fade { } @property --playbook_size { syntax: '*' } .playbook .x { animation: playbook-fade 1s; --playbook_size: 1px }",
    ],
  ])("gets a prefix: %s", (_, text, expected) => {
    expect(scopeText(text)).toMatchObject({ css: `${expected}\n`, problems: [] });
  });

  it("gets it in a custom property that leads to where it is used, and nowhere else", () => {
    const { css } = scopeText(`@keyframes fade { }
.x { --how: var(--inner) both; --inner: fade 1s; --label: fade; --font: "fade"; animation: var(--how), var(--none, fade) }`);

    expect(css).toBe(`@keyframes playbook-fade { }
.playbook .x { --how: var(--inner) both; --inner: playbook-fade 1s; --label: fade; --font: "fade"; animation: var(--how), var(--none, playbook-fade) }
`);
  });

  it("keeps its escapes", () => {
    expect(scopeText("@keyframes \\31 st { } .x { animation-name: \\31 st }").css).toBe(
      "@keyframes playbook-\\31 st { } .playbook .x { animation-name: playbook-\\31 st }\n",
    );
  });
});

describe("a CSS module", () => {
  const prefix = "playbook-card";

  it.each([
    [
      ".title, #head { order: 1 }",
      ".playbook .playbook-card_title, .playbook #playbook-card_head { order: 1 }",
      ["title", "head"],
    ],
    [
      ".a:not(.b, :is(#c)) { order: 1 }",
      ".playbook .playbook-card_a:not(.playbook-card_b, :is(#playbook-card_c)) { order: 1 }",
      ["a", "b", "c"],
    ],
    [".playbook { order: 1 }", ".playbook .playbook-card_playbook { order: 1 }", ["playbook"]],
    [":root .a { order: 1 }", ".playbook .playbook-card_a { order: 1 }", ["a"]],
    ["html.dark .a { order: 1 }", "html.dark .playbook .playbook-card_a { order: 1 }", ["a"]],
    [
      ":global(.playbook).open .a { order: 1 }",
      ".playbook.playbook-card_open .playbook-card_a { order: 1 }",
      ["open", "a"],
    ],
    [":global(.host) .a { order: 1 }", ".playbook .host .playbook-card_a { order: 1 }", ["a"]],
    [
      ".a:global(.is-open):local(.b) { order: 1 }",
      ".playbook .playbook-card_a.is-open.playbook-card_b { order: 1 }",
      ["a", "b"],
    ],
    [".a:not(:global(.host)) { order: 1 }", ".playbook .playbook-card_a:not(.host) { order: 1 }", ["a"]],
    [".a { &.b { order: 1 } }", ".playbook .playbook-card_a { &.playbook-card_b { order: 1 } }", ["a", "b"]],
    [".\\31 st { order: 1 }", ".playbook .playbook-card_\\31 st { order: 1 }", ["1st"]],
    [
      "@scope (.a) { .b { order: 1 } }",
      "@scope (.playbook .playbook-card_a) { .playbook-card_b { order: 1 } }",
      ["a", "b"],
    ],
  ])("has names of its own: %s", (text, expected, classes) => {
    const scoped = scopeText(text, prefix);

    expect(scoped).toMatchObject({ css: `${expected}\n`, problems: [] });
    expect([...scoped.classes]).toEqual(classes);
  });

  it("has keyframes and containers of its own, and shares the rest", () => {
    const text = `@keyframes fade { } @layer base { .a { animation: fade 1s; container-name: box } }`;

    expect(scopeText(text, prefix).css).toBe(
      "@keyframes playbook-card_fade { } @layer playbook-base { .playbook .playbook-card_a { animation: playbook-card_fade 1s; container-name: playbook-card_box } }\n",
    );
  });

  it.each([":global", ":local", ":global(.a .b)", ":global(.a, .b)", ":global()"])(
    "takes no %s",
    (selector) => {
      expect(scopeText(`${selector} .x { order: 1 }`, prefix).problems).toMatchObject([
        {
          code: "KB413",
          message: `${/:\w+/.exec(selector)?.[0]}() takes the selector of one element.`,
          line: 1,
          column: 1,
          found: selector,
          expected: `${/:\w+/.exec(selector)?.[0]}(.name)`,
          fix: `write ${/:\w+/.exec(selector)?.[0]}() around each class that it is for.`,
        },
      ]);
    },
  );
});
