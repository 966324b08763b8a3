import type { Options } from "./read-options";

/** One command of the command line; `run` gets what cac parsed and gives the exit code. */
export interface Command {
  /** In cac's notation: `check <path>`. */
  readonly usage: string;
  readonly description: string;
  readonly options: readonly (readonly [flag: string, description: string, config?: { default?: unknown }])[];
  readonly run: (...args: never[]) => Promise<number>;
}

/** Every command; each loads its modules when it runs, so that `--help` stays quick. */
export const commands: readonly Command[] = [
  {
    usage: "build",
    description: "Make dist/widget.zip, ready to upload",
    options: [
      ["--root <folder>", "the folder that holds widget/, i18n/ and images/; default: the current one"],
      ["--minify", "make script.js small instead of readable (the marketplace wants it readable)"],
      ["--no-types", "leave TypeScript's errors aside"],
      ["--no-check", "leave aside the marketplace's rules, and the texts and classes that the code names"],
    ],
    run: async (options: Options) => (await import("../commands/build")).runBuild(options),
  },
  {
    usage: "dev",
    description: "Open the widget in a local Kommo, and follow every change",
    options: [
      ["--root <folder>", "the folder that holds widget/, i18n/ and images/; default: the current one"],
      ["--widget <path>", "serve this folder or zip as it is, instead of the project's widget"],
      ["--port <number>", "default: 4270; 0 picks a free one"],
      [
        "--scenario <file>",
        "another account: language, users and rights, 10,000 leads, other widgets, faults",
      ],
      [
        "--allow-host <host>",
        "let pages and hooks really reach this host; all others are answered from mocks/",
      ],
      ["--no-open", "open no browser"],
    ],
    run: async (options: Options) => (await import("../commands/dev")).runDev(options),
  },
  {
    usage: "check [path]",
    description: "Check a widget, a folder or a zip, against the marketplace's rules",
    options: [
      ["--profile <profile>", "marketplace or private; default: what the project says, else marketplace"],
      ["--brand <brand>", "kommo or amocrm; default: kommo"],
      ["--format <format>", "text, json, sarif or github; default: text"],
      ["--run", "open the widget in a local Kommo and Chromium too, and see what it does there"],
      ["--fix", "show what can be mended without a doubt, and mend it"],
    ],
    run: async (path: string | undefined, options: Options) =>
      (await import("../commands/check")).runCheck(path, options),
  },
  {
    usage: "explain <rule>",
    description: "Tell why a rule of the checker is there, with a good and a bad example",
    options: [],
    run: async (rule: string) => (await import("../commands/explain")).runExplain(rule),
  },
  {
    usage: "docs",
    description: "Write docs/rules/ of this repository from the checker's rules",
    options: [],
    run: async () => (await import("../commands/docs")).writeDocs(),
  },
  {
    usage: "tour",
    description: "Draw the slides of the tour from the local Kommo, as widget/tour.ts describes them",
    options: [
      ["--root <folder>", "the folder that holds widget/, i18n/ and images/; default: the current one"],
    ],
    run: async (options: Options) => (await import("../commands/tour")).runTour(options),
  },
  {
    usage: "gallery",
    description: "Write a picture of the widget in every area, language and state",
    options: [
      ["--root <folder>", "the folder that holds widget/, i18n/ and images/; default: the current one"],
      ["--widget <path>", "draw this folder or zip instead of the project's widget"],
      ["--out <folder>", "default: dist/gallery"],
    ],
    run: async (options: Options) => (await import("../commands/gallery")).runGallery(options),
  },
  {
    usage: "test [...filters]",
    description: "Check types, style and behaviour of this repository",
    options: [],
    run: async (filters: string[]) => (await import("../commands/test")).runTests(filters),
  },
  {
    usage: "bench [...filters]",
    description: "Measure what this repository promises, beside budgets and the figures kept last",
    options: [
      ["--runs <number>", "of whatever takes time; default: 7"],
      ["--keep", "keep the figures in docs/bench.json"],
    ],
    run: async (filters: string[], options: Options) =>
      (await import("../commands/bench")).runBench(filters, options),
  },
  {
    usage: "fuzz [...filters]",
    description: "Run the property tests many times, and the checker on as many mutated widgets",
    options: [
      ["--runs <number>", "of each test, and of the checker; default: 10000"],
      ["--seed <number>", "of the mutations; default: 1"],
      ["--from <number>", "the first run of the checker; default: 0"],
    ],
    run: async (filters: string[], options: Options) =>
      (await import("../commands/fuzz")).runFuzz(filters, options),
  },
];
