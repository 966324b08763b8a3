/**
 * Takes the widgets' containers out of the page, as on a slow machine: they come back after some milliseconds, or with
 * -1 not before the returned function is called.
 */
export function hideContainers(root: ParentNode, selector: string, delay: number): () => void {
  const taken = [...root.querySelectorAll(selector)].map((container) => {
    const place = container.ownerDocument.createComment("");
    container.replaceWith(place);
    return { container, place };
  });
  const restore = () => {
    for (const { container, place } of taken.splice(0)) {
      if (place.parentNode !== null) place.replaceWith(container);
    }
  };
  const timer = delay < 0 ? undefined : setTimeout(restore, delay);
  return () => {
    clearTimeout(timer);
    restore();
  };
}
