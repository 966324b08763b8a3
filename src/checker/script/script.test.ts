import { describe, expect, it } from "vitest";
import { createScript, parseScript, type Script } from "./create-script";
import { findCallbacks, isTrivial } from "./find-callbacks";
import { findLibraryRanges } from "./find-library-ranges";
import { selectorOf } from "./selector-of";

describe("what an expression reaches", () => {
  it.each([
    ['const d = document; d["create" + "Element"]', "document.createElement"],
    ["const { log } = window.console; log", "console.log"],
    ["var self = this; self.system().area", "this.system().area"],
    ['define(["jquery"], function (q) { return q.ajax; })', "jQuery.ajax"],
    ['define(["moment"], (m) => { m().format; })', "module:moment().format"],
    ["(function (w, $) { $.fn.x; })(window, jQuery)", "jQuery.fn.x"],
    ["globalThis.window.self.alert", "alert"],
    ["(0, eval)", "eval"],
    ["var c = document.createElement.bind(document); c", "document.createElement"],
    ["window?.localStorage?.token", "localStorage.token"],
    ["var alert = 1; alert.x", null],
    ["function f(console) { return console.log; }", null],
    ["let a = b; a = c; a.d", null],
    ["a[b].c", null],
    ["var d; d = document; d.body", "document.body"],
    ['(function (d, s) { d.createElement(s); })(document, "script")', "document.createElement()"],
  ])("of %s is %s", (source, path) => {
    const script = parse(source);

    expect(script.pathOf(lastExpression(script))).toBe(path);
  });
});

describe("what a text is known to be", () => {
  it.each([
    ['"a" + "b" + 1', "ab1"],
    ['"/api/" + id + "/x"', "/api/\ufffc/x"],
    ["`a${b}c`", "a\ufffcc"],
    ['const base = "/api"; base + "/leads"', "/api/leads"],
    ["a + b", null],
    ["1 + 2", null],
  ])("%s is %s", (source, text) => {
    const script = parse(source);

    expect(script.stringOf(lastExpression(script))).toBe(text);
  });
});

describe("the scope", () => {
  it.each([
    ["a = 1; function f() { b; var c; c; }", ["a", "b"]],
    ["try { x } catch (e) { e }", ["x"]],
    ["({ a: b, c, [d]: 1 })", ["b", "c", "d"]],
    ["f: for (;;) { break f; }", []],
    ["const { a = b, ...c } = d; [a, c]", ["b", "d"]],
    ["function f(a, b = a) { return arguments; } f", []],
    ["if (x) { function g() {} } g()", ["x"]],
    ["with (a) { b }", ["a"]],
    ["class A { #p = q; static m() { return A; } }", ["q"]],
    ["(function f() { return f; })", []],
    ["{ let a; } a", ["a"]],
    ["{ var a; } a", []],
    ["typeof x", ["x"]],
    ["a.b.c", ["a"]],
  ])("of %s leaves %j free", (source, names) => {
    expect(parse(source).scope.free.map(({ node }) => node.name)).toEqual(names);
  });

  it("tells reads from writes", () => {
    const uses = parse("a = b; c += 1; d++; for (e of f) g; [h, { i: j = k }] = l;").scope.free;

    expect(uses.filter(({ writes }) => writes).map(({ node }) => node.name)).toEqual([
      "a",
      "c",
      "d",
      "e",
      "h",
      "j",
    ]);
    expect(uses.filter(({ reads }) => reads).map(({ node }) => node.name)).toEqual([
      "b",
      "c",
      "d",
      "f",
      "g",
      "k",
      "l",
    ]);
  });
});

describe("hostile code", () => {
  it.each([
    ["a sum of 50,000 terms", `x = ${Array.from({ length: 50_000 }, () => '"a"').join("+")}`],
    ["a chain of 50,000 members", `x${".a".repeat(50_000)}`],
    ["100,000 braces", "{".repeat(100_000)],
    ["100,000 parentheses", "(".repeat(100_000)],
    ["names that lead to themselves", "var a = b; var b = a; a.c"],
  ])("of %s is read or refused in no time", (_name, source) => {
    const start = performance.now();
    const script = parseScript("a.js", source);
    if ("program" in script)
      for (const node of script.nodesOf("MemberExpression").slice(0, 100)) script.pathOf(node);

    expect(performance.now() - start).toBeLessThan(3000);
  });

  it("that cannot be parsed says where", () => {
    expect(parseScript("a.js", "var a = ;")).toEqual({ message: "Unexpected token", offset: 8 });
  });

  it("with import is read as a module, so that other rules see it", () => {
    expect(parse('import a from "b"; a()').isModule).toBe(true);
  });
});

describe("callbacks", () => {
  it("are found however they are given", () => {
    expect(namesOfCallbacks("this.callbacks = { render() {}, leads: { selected: function () {} } }")).toEqual(
      ["render", "leads.selected"],
    );
    expect(namesOfCallbacks("self.callbacks = _.extend({}, { init: f }, more)")).toEqual(["init"]);
    expect(namesOfCallbacks("self.callbacks.contacts.selected = f; self.callbacks['destroy'] = f;")).toEqual([
      "contacts.selected",
      "destroy",
    ]);
    expect(namesOfCallbacks("class A { callbacks = { onSave: () => true } }")).toEqual(["onSave"]);
    expect(namesOfCallbacks("var own = { render: f }; return_({ callbacks: own })")).toEqual(["render"]);
  });

  it.each([
    ["function () { return true; }", true],
    ["function () { console.log(1); return !0; }", true],
    ["() => true", true],
    ["function () { return self.go(); }", false],
    ["_.bind(function () { go(); }, self)", false],
    ["unknown", false],
  ])("%s does nothing: %s", (source, trivial) => {
    const [callback] = findCallbacks([parse(`this.callbacks = { render: ${source} }`)]);

    expect(callback && isTrivial(callback)).toBe(trivial);
  });
});

describe("the elements that jQuery takes", () => {
  it.each([
    ['$(".a").find(".b").first()', ".a .b"],
    ['document.getElementById("save_" + code)', "#save_\ufffc"],
    ['var $b = $(".b"); $b.closest(".c")', ".b .c"],
    ['$(document.querySelector(".d"))', ".d"],
    ["$(this)", null],
    ["other()", null],
  ])("%s are %s", (source, selector) => {
    const script = parse(source);

    expect(selectorOf(script, lastExpression(script))).toBe(selector);
  });
});

describe("libraries inside a bundle", () => {
  it("are known by the comments of esbuild and webpack", () => {
    const source =
      "// node_modules/preact/dist/preact.js\nvar a;\n// widget/index.ts\nvar b;\n/*!*** ./node_modules/@x/y/z.js ***!*/\nvar c;";

    expect(
      findLibraryRanges(parse(source)).map(({ name, start, end }) => [
        name,
        source.slice(start, end).includes("var b"),
      ]),
    ).toEqual([
      ["preact", false],
      ["@x/y", false],
    ]);
  });

  it("are known by the names that this compiler gives them", () => {
    const source =
      "// preact/dist/preact.mjs\nvar a;\n// komponent/runtime/area.ts\nvar b;\n// widget/lib/c.ts\nvar c;";

    expect(findLibraryRanges(parse(source)).map(({ name }) => name)).toEqual(["preact", "komponent"]);
  });

  it("are known by the keys of a table of modules", () => {
    expect(
      lengthsOfLibraries(
        '({ "./node_modules/lodash/a.js": function () { x(); }, "./src/b.js": function () {} })',
      ),
    ).toEqual([["lodash", 20]]);
  });

  it("are known by a banner before their code, and not by a bundler's own", () => {
    expect(lengthsOfLibraries("/*! jQuery v2.1.3 | MIT */\n!function () { a(); }();\nown();")).toEqual([
      ["jQuery v2.1.3 | MIT", 24],
    ]);
    expect(
      lengthsOfLibraries("/*! For license information please see script.js.LICENSE.txt */\nown();"),
    ).toEqual([]);
  });

  it("are known by texts that no minifier changes, module by module", () => {
    const source =
      '({ 12: function () { own(); }, 34: function () { throw Error("https://react.dev/errors/1"); } })';

    expect(
      findLibraryRanges(parse(source)).map(({ name, start, end }) => [
        name,
        source.slice(start, end).includes("own"),
      ]),
    ).toEqual([["react", false]]);
  });
});

describe("a tree that an editor's parser made", () => {
  it("becomes a script like any other", () => {
    const { program } = parse("alert(1)");

    expect(createScript("b.js", "alert(1)", program, []).nodesOf("CallExpression")).toHaveLength(1);
  });
});

function namesOfCallbacks(source: string) {
  return findCallbacks([parse(source)]).map(({ name }) => name);
}

function lengthsOfLibraries(source: string) {
  return findLibraryRanges(parse(source)).map(({ name, start, end }) => [
    name,
    source.slice(start, end).length,
  ]);
}

function parse(source: string): Script {
  const script = parseScript("a.js", source);
  if (!("program" in script)) throw new Error(script.message);
  return script;
}

/** The last expression that stands as a statement, or is returned. */
function lastExpression(script: Script) {
  const nodes = [...script.nodesOf("ExpressionStatement"), ...script.nodesOf("ReturnStatement")];
  const last = nodes.toSorted((a, b) => a.start - b.start).at(-1);
  const expression = last?.type === "ExpressionStatement" ? last.expression : last?.argument;
  if (!expression) throw new Error("there is no expression");
  return expression;
}
