import { parseSync } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { parse } from "../engines/javascript";
import { createScript } from "./create-script";
import { adoptComments, eraseTypes, type ForeignNode } from "./erase-types";

function read(source: string) {
  const { program, comments, errors } = parseSync("a.tsx", source, { astType: "ts", sourceType: "module" });
  expect(errors).toEqual([]);
  return createScript(
    "a.tsx",
    source,
    eraseTypes(program as unknown as ForeignNode),
    adoptComments(comments as unknown as readonly ForeignNode[]),
  );
}

/** What this checker's own parser makes of JavaScript, places and the spelling of literals aside. */
function parsePlain(source: string): object {
  const program = parse(source, { ecmaVersion: "latest", sourceType: "module" });
  const aside = new Set(["start", "end", "raw"]);
  return JSON.parse(JSON.stringify(program, (key, value: unknown) => (aside.has(key) ? undefined : value)));
}

describe("types", () => {
  it.each([
    ["annotations", "let a: string = b;", "let a = b;"],
    ["assertions", "f(a as string, b, c!, d satisfies E);", "f(a, b, c, d);"],
    ["wrapped assertions", "(a as unknown as string)!.b();", "a.b();"],
    ["arguments", "f<string>(new Map<string, number>());", "f(new Map());"],
    [
      "this, and overloads",
      "function f(a: string): void; function f(this: X, a?: unknown) {}",
      "function f(a) {}",
    ],
    [
      "members of classes",
      "class A<T> extends B<T> implements C { private x: T; declare y: T; constructor(readonly a: T) { super(); } m(): void; m(b?: T) {} abstract z: T; }",
      "class A extends B { x; constructor(a) { super(); } m(b) {} }",
    ],
    [
      "declarations of types",
      "interface A { a: B } type C = A; declare const d: C; declare global { interface E {} } f();",
      "f();",
    ],
    [
      "imports and exports of types",
      'import type { A } from "a"; import { type B, c } from "b"; export type { A }; export interface D {} export { c };',
      'import { c } from "b"; export { c };',
    ],
    ["enumerations and namespaces", "enum A { B = 1 } namespace C { f(); }", "var A; var C;"],
  ])("leave nothing behind: %s", (_what, typed, plain) => {
    expect(read(typed).program).toMatchObject(parsePlain(plain));
  });

  it("leave every place as it was", () => {
    const source = "const a = (document as any)!.createElement('script' as const);";
    const [call] = read(source).calls;

    expect(call?.path).toBe("document.createElement");
    expect(source.slice(call?.node.start, call?.node.end)).toBe(
      "(document as any)!.createElement('script' as const)",
    );
  });

  it("do not hide what is inside JSX, or in a decorator", () => {
    const script = read(
      "@f(alert(1)) class A { @g(alert(2)) b = <p onClick={() => alert(3)}>{alert(4)}</p>; }",
    );

    expect(script.calls.filter(({ path }) => path === "alert")).toHaveLength(4);
  });

  it("leave the given tree alone", () => {
    const { program } = parseSync("a.ts", "let a: string = b as string;", { astType: "ts" });
    const before = JSON.stringify(program);
    read("let a = 1;");
    eraseTypes(program as unknown as ForeignNode);

    expect(JSON.stringify(program)).toBe(before);
  });

  it("may nest deeper than the engine's stack", () => {
    let node: ForeignNode = { type: "Identifier", name: "a", start: 0, end: 1 };
    for (let depth = 0; depth < 100_000; depth++)
      node = { type: "UnaryExpression", operator: "!", argument: node, start: 0, end: 1 };

    expect(eraseTypes(node)).toMatchObject({ type: "UnaryExpression", operator: "!" });
  });
});

it("keeps comments with their places", () => {
  expect(read("a; // one\n/* two */ b;").comments).toEqual([
    { type: "Line", value: " one", start: 3, end: 9 },
    { type: "Block", value: " two ", start: 10, end: 19 },
  ]);
});
