import { fork } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPackageRoot } from "../package-root";
import type { RunReport } from "./child";

const mostMemory = 512 * 1024 * 1024;
/** Of V8's heap; beside it the process has its code, the archive and what was unpacked. */
const mostHeapMegabytes = 256;

export interface FuzzOptions {
  readonly runs: number;
  readonly seed: number;
  /** The first run; the runs before it are left out. */
  readonly from?: number;
  /** Default: the checker's own, in `child.mjs`. It gets from, to and seed. */
  readonly program?: string;
  /** Milliseconds without a word after which a process hangs, however busy the machine is. */
  readonly patience?: number;
  readonly onProgress?: (state: FuzzResult & { readonly isFailure: boolean }) => void;
}

export interface FuzzResult {
  readonly done: number;
  readonly failures: readonly FuzzFailure[];
  /** The most that any of the processes had, in bytes. */
  readonly peak: number;
  readonly slowest: { readonly run: number; readonly what: string; readonly took: number } | null;
}

export interface FuzzFailure {
  readonly run: number;
  readonly what: string;
  readonly reason: string;
}

/**
 * Checks mutated widgets in a process beside this one. A run fails that throws, crashes, computes for more than five
 * seconds, says nothing for five minutes, writes outside, or needs more than 512 MB; the rest goes on in a new process.
 */
export async function fuzzChecker(options: FuzzOptions): Promise<FuzzResult> {
  const failures: FuzzFailure[] = [];
  let state: FuzzResult = { done: 0, failures, peak: 0, slowest: null };
  let next = options.from ?? 0;
  const note = ({ run, what, took, peak, error }: RunReport) => {
    if (error !== null) failures.push({ run, what, reason: error });
    const isSlowest = took > (state.slowest?.took ?? 0);
    state = {
      done: state.done + 1,
      failures,
      peak: Math.max(state.peak, peak),
      slowest: isSlowest ? { run, what, took } : state.slowest,
    };
    next = run + 1;
    options.onProgress?.({ ...state, isFailure: error !== null });
  };
  while (next < options.runs) {
    const end = await runProcess(next, options, note);
    if (end === null) continue;
    if (end.run === null) throw new Error(`The process that checks does not start: ${end.reason}`);
    note({ took: 0, peak: 0, what: end.what, run: end.run, error: end.reason });
  }
  return state;
}

interface BadEnd {
  readonly run: number | null;
  readonly what: string;
  readonly reason: string;
}

/**
 * Runs until all is done, or a run ends the process; gives that run, or null where each has reported for itself or the
 * next one needs a process of its own.
 */
function runProcess(
  from: number,
  {
    runs,
    seed,
    program = join(findPackageRoot(), "build", "fuzz", "child.mjs"),
    patience = 300_000,
  }: FuzzOptions,
  note: (report: RunReport) => void,
): Promise<BadEnd | null> {
  const sandbox = realpathSync(mkdtempSync(join(tmpdir(), "komponent-fuzz-")));
  const child = fork(program, [String(from), String(runs), String(seed)], {
    cwd: sandbox,
    execArgv: [`--max-old-space-size=${mostHeapMegabytes}`],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  return new Promise((resolve, reject) => {
    let current: { run: number; what: string } | null = null;
    let reason: string | null = null;
    let isAlone = true;
    let complaint = "";
    const stop = (why: string) => {
      reason ??= why;
      child.kill("SIGKILL");
    };
    let watch = setTimeout(stop, patience, `it said nothing for ${patience / 1000} seconds`);
    child.stderr?.on("data", (text) => (complaint = (complaint + String(text)).slice(-2000)));
    child.on("message", (message: { run: number; what: string } | RunReport) => {
      // What it still had to say when it was stopped is said again by the next process.
      if (reason !== null) return;
      watch.refresh();
      if (!("took" in message)) return void (current = message);
      current = null;
      if (message.error === null && message.peak > mostMemory) {
        // What the runs before it left behind is in the peak of a process too, so each is judged as the first of one.
        isAlone = message.run === from;
        if (isAlone) current = message;
        return stop(`it needed ${Math.round(message.peak / 1024 / 1024)} MB`);
      }
      note(message);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(watch);
      rmSync(sandbox, { recursive: true, force: true });
      if (!isAlone || (current === null && reason === null && code === 0)) return resolve(null);
      const crash = `the process ended with ${signal ?? code}: ${complaint.trim()}`;
      resolve({ run: current?.run ?? null, what: current?.what ?? "", reason: reason ?? crash });
    });
  });
}
