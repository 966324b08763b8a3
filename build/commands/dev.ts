import { join, resolve } from "node:path";
import type { Problem } from "../../src/manifest/problem";
import { readNumber, readSwitch, readText, type Options } from "../cli/read-options";
import { UsageError } from "../cli/usage-error";
import { createArchiveSource } from "../dev/archive-source";
import { openBrowser } from "../dev/open-browser";
import { createProjectSource } from "../dev/project-source";
import { startDevServer } from "../dev/start-dev-server";
import { waitForSignal } from "../dev/wait-for-signal";
import { paint } from "../paint";
import { formatProblem } from "../print-problem";
import { findRoot } from "../project/open-project";

const usualPort = 4270;

/**
 * Serves a widget in a local Kommo until a signal ends it. The line `ready <address>` goes to stdout as soon as the
 * address answers; everything else that people read goes to stderr.
 */
export async function runDev(options: Options): Promise<number> {
  const port = readNumber(options, "port", 0, 65_535) ?? usualPort;
  const root = findRoot(readText(options, "root") ?? ".");
  const path = readText(options, "widget");
  const source = path === undefined ? createProjectSource(root) : createArchiveSource(resolve(path));
  const ended = waitForSignal();
  surviveFaults();

  const scenario = readText(options, "scenario");
  const surroundings = {
    mocksFolder: join(root, "mocks"),
    allowHosts: readHosts(options),
    scenario: scenario === undefined ? null : resolve(scenario),
  };
  const server = await startDevServer(source, port, surroundings, {
    onRead: (files, ms) => tell(`${listFiles(files)} (${Math.round(ms)} ms)`),
    onProblems: createProblemPrinter("no errors any more"),
    onFindings: createProblemPrinter("types and rules are fine again"),
    onCrash: reportCrash,
  }).catch(async (error: unknown) => {
    await source.close();
    throw error;
  });
  process.stdout.write(`ready ${server.url}\n`);
  if (readSwitch(options, "open")) openBrowser(server.url);
  await ended;
  endInTime();
  await server.close();
  return 0;
}

/** A second is promised, whatever still runs. */
function endInTime(): void {
  setTimeout(() => process.exit(0), 800).unref();
}

/** Hosts as they stand in an address: `api.example.com`, `localhost:8080`; several by commas or by repetition. */
function readHosts(options: Options): string[] {
  const { allowHost } = options;
  const given = (Array.isArray(allowHost) ? allowHost : [allowHost ?? ""]).flatMap((text) =>
    String(text).split(","),
  );
  const hosts = given.map((text) => text.trim().toLowerCase()).filter((text) => text !== "");
  const wrong = hosts.find(
    (host) => !URL.canParse(`http://${host}/`) || new URL(`http://${host}/`).host !== host,
  );
  if (wrong === undefined) return hosts;
  throw new UsageError(
    `--allow-host ${wrong} is not a host.`,
    "write it as in an address, with its port where it has one: --allow-host api.example.com",
  );
}

// In development nothing but a signal ends the process, not even a fault of ours.
function surviveFaults(): void {
  process.on("uncaughtException", reportCrash);
  process.on("unhandledRejection", reportCrash);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

function reportCrash(error: unknown): void {
  tell(
    `KB003  A fault in Komponent; the server goes on. ${error instanceof Error ? error.stack : String(error)}`,
  );
}

/** Prints problems when they differ from those before, and the relief when the last error is gone. */
function createProblemPrinter(relief: string): (problems: readonly Problem[]) => void {
  let before = "";
  let hadErrors = false;
  return (problems) => {
    const text = problems.map((problem) => formatProblem(problem)).join("\n");
    const hasErrors = problems.some(({ severity }) => severity === "error");
    if (text !== before && text !== "") console.error(text);
    if (hadErrors && !hasErrors) tell(paint("green", relief));
    before = text;
    hadErrors = hasErrors;
  };
}

function listFiles(files: readonly string[]): string {
  const shown = files.filter((name) => name !== "script.js.map");
  return shown.length > 4 ? `${shown.slice(0, 3).join(", ")} and ${shown.length - 3} more` : shown.join(", ");
}

function tell(text: string): void {
  console.error(`${paint("dim", new Date().toLocaleTimeString())} ${text}`);
}
