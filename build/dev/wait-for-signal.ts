/** Resolves when the user (SIGINT) or the system (SIGTERM) wants the process to end. */
export function waitForSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
