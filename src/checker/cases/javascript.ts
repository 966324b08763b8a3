import { unchanged, type CaseTable } from "./rule-case";

export const javascriptCases: CaseTable = {
  KM604: {
    good: { "a script without it": unchanged },
    near: { "the word in a text": { widget: (w) => w.script('var text = "debugger;";') } },
    bad: {
      "a debugger statement": {
        widget: (w) => w.script("    debugger;"),
        finds: [
          {
            file: "script.js",
            line: 3,
            column: 5,
            message: "A debugger statement stops the page for whoever has the developer tools open.",
          },
        ],
      },
    },
  },
};
