/**
 * Lets jQuery forget what it keeps about nodes that are about to go. It keeps an entry for every element that an event
 * has passed, and drops it only where jQuery itself removes the element, as the CRM's own pages do.
 */
export function forgetNodes($: JQueryStatic, root: Element | null): void {
  if (root === null) return;
  // Typed nowhere, there since jQuery 1.2.
  const { cleanData } = $ as unknown as { cleanData(elements: ArrayLike<Element>): void };
  cleanData([root]);
  cleanData([...root.querySelectorAll("*")]);
}
