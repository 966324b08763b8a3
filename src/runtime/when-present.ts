/**
 * Calls `then` once with what `find` gives: at once where it is there, else as soon as it has come into the page, or
 * never. The host may draw a container after its callback.
 */
export function whenPresent(
  find: () => Element | null | undefined,
  signal: AbortSignal,
  then: (element: Element) => void,
): void {
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener("abort", () => observer.disconnect());
  look();

  function look(): void {
    const element = find();
    if (!element) return;
    observer.disconnect();
    then(element);
  }
}
