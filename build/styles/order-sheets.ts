/** The part of esbuild's metafile that tells what imports what. */
export interface ImportGraph {
  readonly inputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string }[] }>>;
}

/**
 * Lists what a bundle holds in the order in which it would run: what a module imports before the module, each once.
 * Styles follow it, so that a sheet overrules those of the components that its own component uses.
 */
export function orderInputs({ inputs }: ImportGraph, entry: string): string[] {
  const ordered = new Set<string>();
  const started = new Set<string>();
  // A list instead of recursion: a chain of imports may be longer than the stack.
  const work: { readonly input: string; next: number }[] = [{ input: entry, next: 0 }];
  started.add(entry);
  for (let step = work.at(-1); step !== undefined; step = work.at(-1)) {
    const imported = inputs[step.input]?.imports[step.next++];
    if (imported === undefined) {
      ordered.add(step.input);
      work.pop();
    } else if (inputs[imported.path] !== undefined && !started.has(imported.path)) {
      started.add(imported.path);
      work.push({ input: imported.path, next: 0 });
    }
  }
  return [...ordered];
}
