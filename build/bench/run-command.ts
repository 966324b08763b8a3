import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { findPackageRoot } from "../package-root";

const start = (): string => join(findPackageRoot(), "build", "start.mjs");

/** Runs a command to its end, as a user without npm would, and gives the milliseconds that it took. */
export function timeCommand(args: readonly string[]): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [start(), ...args], {
    cwd: findPackageRoot(),
    encoding: "utf8",
  });
  const ms = performance.now() - begun;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return ms;
}

export interface TimedServer {
  readonly url: string;
  /** Milliseconds until the address answered. */
  readonly readyAfter: number;
  /** Sends a message to the process, and gives the number that it answers: for what was put into it by `--import`. */
  ask(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts `dev` and waits for its `ready` line. */
export async function timeServer(
  args: readonly string[],
  nodeArgs: readonly string[] = [],
): Promise<TimedServer> {
  const begun = performance.now();
  const child = spawn(process.execPath, [...nodeArgs, start(), "dev", "--port", "0", "--no-open", ...args], {
    stdio: ["ignore", "pipe", "ignore", "ipc"],
  });
  const url = await waitForReady(child);
  const readyAfter = performance.now() - begun;
  return {
    url,
    readyAfter,
    ask: () =>
      new Promise((resolve) => {
        child.once("message", (answer) => resolve(Number(answer)));
        child.send("");
      }),
    stop: () =>
      new Promise((resolve) => {
        child.once("close", () => resolve());
        child.kill("SIGTERM");
      }),
  };
}

function waitForReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const [, url] = /^ready (.+)$/m.exec(output) ?? [];
      if (url !== undefined) resolve(url);
    });
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`dev ended with ${code} before it was ready`)));
  });
}
