/**
 * Puts a second copy of jQuery into the page's globals, as a widget does that brings its own. The AMD module stays the
 * CRM's, because its name is taken already. Returns what puts the CRM's copy back.
 */
export function putForeignJquery(window: Window & typeof globalThis, src: string): () => void {
  const globals = window as unknown as Record<string, unknown>;
  const { $, jQuery } = globals;
  const script = window.document.createElement("script");
  script.src = src;
  window.document.head.append(script);
  return () => {
    script.remove();
    Object.assign(globals, { $, jQuery });
  };
}
