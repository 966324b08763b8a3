import { spawn } from "node:child_process";
import { join } from "node:path";
import { findPackageRoot } from "../../build/package-root";

export interface RunningDev {
  /** `http://127.0.0.1:<port>`, without a slash at its end. */
  readonly url: string;
  /** What the command wrote so far, both streams. */
  readonly output: () => string;
  /** Sends SIGTERM and gives the exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts `komponent dev` as a user would, on a free port, and waits for its `ready` line. */
export async function startDev(args: readonly string[] = [], cwd = findPackageRoot()): Promise<RunningDev> {
  const start = join(findPackageRoot(), "build", "start.mjs");
  const child = spawn(process.execPath, [start, "dev", "--port", "0", "--no-open", ...args], { cwd });
  let output = "";
  const closed = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const ready = /^ready (http:\/\/127\.0\.0\.1:\d+)\/$/m.exec(output);
      if (ready) resolve(ready[1] as string);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    void closed.then((code) => reject(new Error(`dev ended with ${code} before it was ready:\n${output}`)));
  });
  return {
    url,
    output: () => output,
    stop: async () => {
      child.kill("SIGTERM");
      return closed;
    },
  };
}
