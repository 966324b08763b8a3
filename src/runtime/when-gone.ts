/** Calls `then` when an element has left the page: the host closes its modals and tiles without a callback. */
export function whenGone(element: Element, signal: AbortSignal, then: () => void): void {
  const observer = new MutationObserver(() => {
    if (!element.isConnected) then();
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener("abort", () => observer.disconnect());
}
