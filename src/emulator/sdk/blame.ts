import { describeError } from "./describe-error";
import type { Origin } from "./report";

/** Errors that the SDK throws because the platform does: a widget that meets one is at fault, not the emulator. */
const documented = new WeakSet<object>();

/**
 * Makes an error that the platform throws in the same place. The reports lay it to the widget.
 *
 * @example
 * throw platformError("add_source needs a title")
 */
export function platformError(message: string): TypeError {
  const error = new TypeError(message);
  documented.add(error);
  return error;
}

/**
 * Says whose fault an error is: the emulator's when the innermost frame outside the libraries lies in it, unless the
 * platform throws there too; else the widget's.
 */
export function blame(error: unknown): Origin {
  if (typeof error === "object" && error !== null && documented.has(error)) return "widget";
  return blameStack(describeError(error).stack);
}

export function blameStack(stack: string | undefined): Origin {
  const frame = framesOf(stack).find((line) => !isLibrary(line));
  return frame !== undefined && isOwn(frame) ? "host" : "widget";
}

/**
 * The frame that a widget (or a test) stands in, when nothing of ours and no library lies between it and the call that
 * made the stack; undefined where one does.
 */
export function findForeignReader(stack: string | undefined, skip: number): string | undefined {
  const frame = framesOf(stack)[skip];
  return frame === undefined || isOwn(frame) || isLibrary(frame) ? undefined : frame;
}

/** Without the frames of the language's own functions (`Array.forEach`, `Reflect.get`), which belong to nobody. */
function framesOf(stack: string | undefined): string[] {
  return (stack ?? "").split("\n").filter((line) => /^\s*at /.test(line) && !line.endsWith("(<anonymous>)"));
}

function isOwn(frame: string): boolean {
  if (/\.test\.tsx?[:?)]|\/fixtures\//.test(frame)) return false;
  return /https?:\/\/[^/\s]+\/-\//.test(frame) || /\/src\/emulator\//.test(frame);
}

function isLibrary(frame: string): boolean {
  return (
    /https?:\/\/[^/\s]+\/-\/(libraries|require|amd\/)/.test(frame) ||
    /\/node_modules\/|node:internal/.test(frame)
  );
}
