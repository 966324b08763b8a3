/** More of a message nobody reads, and a widget may throw 50 MB. */
export const messageLimit = 2000;
const stackLimit = 8000;

/** What a report says of something that was thrown. Whatever a widget throws, reading it throws nothing. */
export interface DescribedError {
  readonly message: string;
  /** Empty where it has none. */
  readonly stack: string;
}

/**
 * Describes what was thrown: an error, or whatever else a widget throws, a proxy, an object whose members throw when
 * they are read, a text of many megabytes.
 */
export function describeError(error: unknown): DescribedError {
  return { message: messageOf(error), stack: stackOf(error) };
}

export function messageOf(error: unknown): string {
  const text =
    attempt(() => String(isError(error) ? error.message : error)) ??
    attempt(() => Object.prototype.toString.call(error)) ??
    "something that cannot be read";
  return text.length > messageLimit ? `${text.slice(0, messageLimit - 1)}…` : text;
}

/** The frames come after the message, so of a long stack the end is kept as well. */
function stackOf(error: unknown): string {
  const stack = attempt(() => (isError(error) ? String(error.stack ?? "") : "")) ?? "";
  if (stack.length <= stackLimit) return stack;
  return `${stack.slice(0, messageLimit)}…\n${stack.slice(messageLimit + 2 - stackLimit)}`;
}

function isError(value: unknown): value is Error {
  return attempt(() => value instanceof Error) ?? false;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
