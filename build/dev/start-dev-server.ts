import { basename } from "node:path";
import { createEmulatorServer, type EmulatorServer } from "../../src/emulator/server/create-emulator-server";
import { createProblem, UserError, type Problem } from "../../src/manifest/problem";
import type { WidgetFiles } from "../archive/widget-files";
import { bundleClient } from "../emulator/bundle-client";
import { describeChange } from "./describe-change";
import { readScenarioFile } from "./read-scenario-file";
import type { WidgetSource } from "./source";
import { watchSources } from "./watch-sources";

export interface DevEvents {
  /** The widget or the scenario was read again: what changed of its files, and how long it took in milliseconds. */
  readonly onRead: (files: readonly string[], ms: number) => void;
  /** What is wrong with the scenario and the widget as they were read last; empty where nothing is. */
  readonly onProblems: (problems: readonly Problem[]) => void;
  /** What the checks beside found: types, rules. */
  readonly onFindings: (problems: readonly Problem[]) => void;
  /** A fault of ours; the server goes on. */
  readonly onCrash: (error: unknown) => void;
}

/** What the account is and what of the world outside may be reached. */
export interface DevSurroundings {
  /** Folder with the answers of foreign hosts. */
  readonly mocksFolder: string;
  readonly allowHosts: readonly string[];
  /** Path of the scenario's file; null for the account as it is made. */
  readonly scenario: string | null;
}

export interface DevServer {
  readonly url: string;
  close(): Promise<void>;
}

/** The checks that nobody waits for begin when pages have had this long to take a change over. Milliseconds. */
const calm = 800;

/**
 * Serves a widget in the emulator, reads it again whenever its sources change, and tells open pages; so with the
 * scenario. Errors of either are shown over the page and end nothing: what was read last without one stays. Only the
 * scenario of the start must be whole.
 *
 * @throws UserError KB801 when the port is taken, KB82x for the scenario
 */
export async function startDevServer(
  source: WidgetSource,
  port: number,
  { mocksFolder, allowHosts, scenario }: DevSurroundings,
  events: DevEvents,
): Promise<DevServer> {
  const opened = scenario === null ? {} : await readScenarioFile(scenario);
  const [first, assets] = await Promise.all([source.read(null), bundleClient()]);
  let files: WidgetFiles = first.files ?? new Map();
  const server = await listen({
    widget: { code: source.code, files },
    assets,
    port,
    mocksFolder,
    allowHosts,
    ...opened,
    onCrash: events.onCrash,
  });
  let ofScenario: readonly Problem[] = [];
  let ofWidget = first.problems;
  let isShown = false;
  tellProblems();

  let changes = new Set<string>();
  let reading: Promise<void> | null = null;
  let beside = new AbortController();
  const { folders, files: single } = source.watched();
  const watcher = watchSources(folders, (changed) => {
    for (const file of changed) changes.add(file);
    reading ??= readAll().finally(() => {
      reading = null;
    });
  });
  watcher.addFiles(scenario === null ? single : [...single, scenario]);
  checkBeside();

  return {
    url: server.url,
    async close() {
      watcher.close();
      beside.abort();
      await Promise.all([reading, source.close(), server.close()]);
    },
  };

  // What changes while the widget is read is read afterwards, in one go.
  async function readAll(): Promise<void> {
    while (changes.size > 0) {
      const changed = changes;
      changes = new Set();
      await readOnce(changed).catch(events.onCrash);
    }
    checkBeside();
  }

  async function readOnce(changed: Set<string>): Promise<void> {
    beside.abort();
    if (scenario !== null && changed.delete(scenario)) await readAccount(scenario);
    if (changed.size > 0) await readWidget(changed);
  }

  async function readAccount(path: string): Promise<void> {
    const started = performance.now();
    try {
      const opened = await readScenarioFile(path);
      await server.setScenario(opened.scenario, opened.beside);
      ofScenario = [];
      events.onRead([basename(path)], performance.now() - started);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      ofScenario = error.problems;
    }
    tellProblems();
  }

  async function readWidget(changed: ReadonlySet<string>): Promise<void> {
    const started = performance.now();
    const result = await source.read(changed);
    watcher.addFiles(source.watched().files);
    ofWidget = result.problems;
    const change = result.files === null ? null : describeChange(files, result.files);
    files = result.files ?? files;
    if (change !== null && change.kind !== "none") {
      server.setWidget(files, change.kind);
      events.onRead(change.files, performance.now() - started);
    }
    tellProblems();
  }

  function tellProblems(): void {
    const problems = [...ofScenario, ...ofWidget];
    events.onProblems(problems);
    const errors = problems.filter(({ severity }) => severity === "error");
    if (errors.length > 0 || isShown) server.showError(errors);
    isShown = errors.length > 0;
  }

  function checkBeside(): void {
    beside.abort();
    beside = new AbortController();
    const { signal } = beside;
    const timer = setTimeout(() => {
      source
        .checkBeside?.(signal)
        .then((problems) => {
          if (!signal.aborted) events.onFindings(problems);
        })
        .catch((error: unknown) => {
          if (signal.aborted) return;
          if (error instanceof UserError) events.onFindings(error.problems);
          else events.onCrash(error);
        });
    }, calm);
    signal.addEventListener("abort", () => clearTimeout(timer));
  }
}

async function listen(options: Parameters<typeof createEmulatorServer>[0]): Promise<EmulatorServer> {
  try {
    return await createEmulatorServer(options);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    throw new UserError(
      createProblem({
        code: "KB801",
        message: `Port ${options.port} ${code === "EACCES" ? "may not be used by you" : "is taken"}.`,
        expected: "a free port",
        fix: "end what uses it, or let the command pick one: --port 0.",
      }),
    );
  }
}
