import type { Linter } from "eslint";
import { parseSync } from "oxc-parser";
import { createLocator } from "../../src/checker/widget/text-file";

/**
 * A parser for ESLint that gives TypeScript's tree as `@typescript-eslint/parser` does, without a TypeScript of another
 * version than this repository's.
 */
export const typescriptParser: Linter.Parser = {
  meta: { name: "oxc", version: "1" },
  parseForESLint(text, { filePath }: { readonly filePath: string }) {
    const { program, comments, errors } = parseSync(filePath, text, { astType: "ts", range: true });
    if (errors[0] !== undefined) throw new SyntaxError(errors[0].message);
    const locate = createLocator(text);
    const place = (offset: number) => {
      const { line, column } = locate(offset);
      return { line, column: column - 1 };
    };
    const complete = (node: unknown): unknown => {
      if (Array.isArray(node)) return node.map(complete);
      if (typeof node !== "object" || node === null || node instanceof RegExp) return node;
      const { start, end, ...rest } = node as Record<string, unknown>;
      const copy = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, complete(value)]));
      if (typeof start !== "number" || typeof end !== "number") return copy;
      return { ...copy, range: [start, end], loc: { start: place(start), end: place(end) } };
    };
    const ast = { ...(complete(program) as object), tokens: [], comments: complete(comments) };
    return { ast: ast as never };
  },
};
