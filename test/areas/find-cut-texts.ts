/**
 * Finds texts that a person cannot read to their end: cut at the side by a box that does not scroll, or beyond the
 * window. Runs in the page. What ends in an ellipsis says that it goes on; what is hidden for the eye is no text to see.
 */
export function findCutTexts(): string[] {
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const slack = 1.5;

  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || (node.nodeValue ?? "").trim() === "") continue;
    if (parent.closest("svg, .visually-hidden, script, style, [hidden]") !== null) continue;
    range.selectNodeContents(node);
    const text = range.getBoundingClientRect();
    if (text.width === 0 || getComputedStyle(parent).visibility === "hidden") continue;
    const cutter = findCutter(parent, text);
    if (cutter !== null) found.add(`${(node.nodeValue ?? "").trim().slice(0, 60)} (in ${cutter})`);
  }
  return [...found];

  function findCutter(from: Element, text: DOMRect): string | null {
    for (let box: Element | null = from; box !== null; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.overflowX === "auto" || style.overflowX === "scroll") return null;
      if (style.textOverflow === "ellipsis" && style.overflowX !== "visible") return null;
      const isClipping = style.overflowX === "hidden" || style.overflowX === "clip";
      const { left, right } = box.getBoundingClientRect();
      if (isClipping && (text.right > right + slack || text.left < left - slack)) {
        return `${box.localName}#${box.id}.${[...box.classList].join(".")}`;
      }
      if (style.position === "fixed") break;
    }
    const isOut = text.right > document.documentElement.clientWidth + slack || text.left < -slack;
    return isOut ? "the window" : null;
  }
}
