import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../../manifest/problem";
import { createModel } from "../model/create-model";
import type { Model, Snapshot } from "../model/model";
import { readWidget, type WidgetFiles } from "../model/read-widget";
import { noFaults } from "../rest/faults";
import { createRateLimit } from "../rest/rate-limit";
import { changeWidget, createScenarioAccount } from "../scenario/create-scenario-account";
import type { Scenario } from "../scenario/read-scenario";
import { runRequests } from "../scenario/run-requests";
import type { Asset, Emulator } from "./emulator";
import { createEventStream } from "./event-stream";
import { guardRequest } from "./guard-request";
import { followAccount } from "./hooks/follow-account";
import { answerBackEnd } from "./answer-back-end";
import { answerContract } from "./answer-contract";
import { answerFile, readFilePath } from "./answer-file";
import { answerPage } from "./answer-page";
import { createHolds } from "./holds";
import { createReportLog } from "./report-log";
import { sendText } from "./send";

interface WidgetInput {
  readonly code: string;
  readonly files: WidgetFiles;
}

export interface EmulatorServerOptions {
  /** The widget under development, or any widget as it lies there. */
  readonly widget: WidgetInput;
  /** By their names below `/-/`: `client.js`, `client.css`, … */
  readonly assets: ReadonlyMap<string, Asset>;
  /** 0 picks a free one. */
  readonly port: number;
  /** What differs from the seeded account. */
  readonly scenario?: Scenario;
  /** The files of the scenario's other widgets, in its order. */
  readonly beside?: readonly WidgetInput[];
  /** Folder with the answers of foreign hosts. */
  readonly mocksFolder?: string;
  /** Hosts (`api.example.com`, `localhost:8080`) that pages and hooks may really reach. */
  readonly allowHosts?: readonly string[];
  /** Hears of what breaks in the emulator itself; by default it goes to stderr. */
  readonly onCrash?: (error: unknown) => void;
}

export interface EmulatorServer {
  /** `http://127.0.0.1:<port>/` */
  readonly url: string;
  readonly port: number;
  readonly model: Model;
  /** Takes the widget's new files: open pages load again, or swap their style sheet only. */
  setWidget(files: WidgetFiles, kind: "page" | "style"): void;
  /** Another account: pages load again, and what was noted of the one before is gone. The widget's files stay. */
  setScenario(scenario: Scenario, beside: readonly WidgetInput[]): Promise<void>;
  /** Shows over every page why the last build failed; an empty list takes it away. */
  showError(problems: readonly Problem[]): void;
  /** Ends every connection; resolves when the port is free. */
  close(): Promise<void>;
}

/**
 * Starts a local Kommo on the loopback interface: one account, its pages, its back end and the widget's files. Nothing
 * of it is reachable from elsewhere, and no page of another origin can drive it.
 *
 * @example
 * const server = await createEmulatorServer({ widget: { code: "playbook", files }, assets, port: 0 });
 * console.log(`ready ${server.url}`);
 */
export async function createEmulatorServer(options: EmulatorServerOptions): Promise<EmulatorServer> {
  const { widget, assets, scenario = {}, beside = [] } = options;
  const start = await createStart(scenario, widget, beside);
  let offset = start.now * 1000 - Date.now();
  const clock = () => Date.now() + offset;
  const model = createModel(start, { clock });
  // Older widgets put the whole account into the query of a GET.
  const http = createServer({ maxHeaderSize: 256 * 1024 });
  const port = await listen(http, options.port);
  const report = createReportLog();
  const emulator: Emulator = {
    origin: `http://127.0.0.1:${port}`,
    model,
    report,
    holds: createHolds((code, message) =>
      report.add({ errors: [{ widget: code, area: "", message, stack: "", origin: "widget" }] }),
    ),
    events: createEventStream(),
    assets,
    widgets: new Map(),
    widget: widget.code,
    mocksFolder: options.mocksFolder ?? null,
    allowHosts: options.allowHosts ?? [],
    disableHook: null,
    secret: "emulator",
    takeTurn: createRateLimit(() => performance.now()),
    clock,
    faults: noFaults,
    problems: [],
    revision: 1,
  };
  furnish(emulator, scenario, [...beside, widget]);
  const onCrash = options.onCrash ?? ((error) => console.error(error));
  const stopTelling = model.subscribe((changes) => emulator.events.send({ type: "changes", changes }));
  let stopFollowing = followAccount(emulator, onCrash);
  http.on("request", (request: IncomingMessage, response: ServerResponse) => {
    answer(emulator, port, request, response).catch((error: unknown) => {
      onCrash(error);
      if (!response.headersSent) sendText(response, 500, "The emulator has an error of its own.");
      else response.destroy();
    });
  });

  return {
    url: `${emulator.origin}/`,
    port,
    model,
    setWidget(files, kind) {
      emulator.widgets.set(widget.code, files);
      emulator.revision += 1;
      const { revision } = emulator;
      // What a developer waits for goes first: a page draws itself anew for each change that it hears of.
      emulator.events.send(
        kind === "style" ? { type: "style", code: widget.code, revision } : { type: "reload" },
      );
      emulator.holds.tell({ code: widget.code, event: "start" });
      renewWidget(model, widget.code, files);
      if (emulator.problems.length > 0) emulator.events.send({ type: "problems", problems: [] });
      emulator.problems = [];
    },
    async setScenario(scenario, beside) {
      const now = { code: widget.code, files: emulator.widgets.get(widget.code) ?? widget.files };
      const start = await createStart(scenario, now, beside);
      offset = start.now * 1000 - Date.now();
      stopFollowing();
      model.reset(start);
      furnish(emulator, scenario, [...beside, now]);
      stopFollowing = followAccount(emulator, onCrash);
      emulator.report.clear();
      emulator.holds.clear();
      emulator.events.send({ type: "reload" });
    },
    showError(problems) {
      emulator.problems = problems;
      emulator.events.send({ type: "problems", problems });
    },
    async close() {
      stopTelling();
      stopFollowing();
      emulator.events.close();
      await new Promise<void>((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      });
    },
  };
}

async function answer(
  emulator: Emulator,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const refusal = guardRequest(request, port);
  if (refusal !== null) return sendText(response, 403, refusal);
  const url = request.url ?? "/";
  if (!url.startsWith("/")) return sendText(response, 400, "The address must be a path.");
  const path = url.split(/[?#]/, 1)[0] ?? "/";
  if (path.startsWith("/-/")) return answerContract(emulator, path, request, response);
  const file = readFilePath(path);
  if (file !== null) return answerFile(emulator, file, request, response);
  if (await answerBackEnd(emulator, url, request, response)) return undefined;
  return answerPage(emulator, url, request, response);
}

/** What a scenario has beside the rows of its account: files, faults, the address that hears of disabling. */
function furnish(emulator: Emulator, scenario: Scenario, widgets: readonly WidgetInput[]): void {
  emulator.widgets.clear();
  for (const { code, files } of widgets) emulator.widgets.set(code, files);
  emulator.disableHook = scenario.hooks?.disable ?? null;
  emulator.faults = { ...noFaults, ...scenario.faults };
}

/** The account of the scenario with the widgets in it, and with what its requests have made. */
async function createStart(
  scenario: Scenario,
  widget: WidgetInput,
  beside: readonly WidgetInput[],
): Promise<Snapshot> {
  const account = createScenarioAccount(scenario);
  const others = beside.map((other, index) => ({ ...other, change: scenario.widgets?.[index] }));
  const rows = [...others.filter(({ code }) => code !== widget.code), { ...widget, change: scenario.widget }];
  const widgets = rows.map(({ code, files, change }, index) =>
    changeWidget(readWidget({ code, files, id: 1_200_001 + index }), change),
  );
  return runRequests({ ...account, tables: { ...account.tables, widgets } }, scenario.requests);
}

/** The new files bring a new manifest; what the user has saved stays. */
function renewWidget(model: Model, code: string, files: WidgetFiles): void {
  const before = model.tables.widgets.get(code);
  const read = readWidget({ code, files, ...(before === undefined ? {} : { id: before.id }) });
  const row =
    before === undefined
      ? read
      : {
          ...read,
          status: before.status,
          is_active: before.is_active,
          settings: { ...read.settings, ...before.settings },
          pipeline_id: before.pipeline_id,
          sdk_catalog_id: before.sdk_catalog_id,
        };
  if (!isDeepStrictEqual(row, before)) model.write((writer) => writer.put("widgets", row));
}

async function listen(http: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, "127.0.0.1", resolve);
  });
  return (http.address() as AddressInfo).port;
}
