import { describe, expect, it } from "vitest";
import { parseDiagnostics } from "./parse-diagnostics";

describe("what the type checker prints", () => {
  it("gives file, line, column, text and code of each error, and below it what led there", () => {
    const output = [
      "widget/index.ts(5,32): error TS2345: Argument of type 'A' is not assignable to parameter of type 'B'.",
      "  Types of property 'lcard' are incompatible.",
      "    Type 'string' is not assignable to type 'number'.",
      "tsconfig.json(1,21): error TS1012: Unexpected token.",
      "error TS18003: No inputs were found.",
      "",
    ].join("\n");

    expect(parseDiagnostics(output)).toMatchObject([
      {
        code: "KB200",
        file: "widget/index.ts",
        line: 5,
        column: 32,
        message:
          "Argument of type 'A' is not assignable to parameter of type 'B'. (TS2345)\nTypes of property 'lcard' are incompatible.\n  Type 'string' is not assignable to type 'number'.",
      },
      { file: "tsconfig.json", line: 1, column: 21, message: "Unexpected token. (TS1012)" },
      { file: null, line: null, column: null, message: "No inputs were found. (TS18003)" },
    ]);
  });

  it("understands Windows' line ends", () => {
    expect(parseDiagnostics("a.ts(1,2): error TS1: x\r\n")[0]?.message).toBe("x (TS1)");
  });
});
