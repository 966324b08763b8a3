const kept = new Set(["A", "B", "BR", "EM", "I", "LI", "P", "SPAN", "STRONG", "UL", "OL", "DIV", "H3", "H4"]);

/**
 * Simple markup of a widget as nodes: text-level elements only, links to http(s) and into the CRM only, no other
 * attributes.
 */
export function cleanMarkup(window: Window & typeof globalThis, html: string): DocumentFragment {
  const source = new window.DOMParser().parseFromString(html, "text/html");
  const clean = window.document.createDocumentFragment();
  copy(source.body, clean);
  return clean;

  function copy(from: Node, to: Node): void {
    for (const child of from.childNodes) {
      if (child.nodeType === 3) to.appendChild(window.document.createTextNode(child.textContent ?? ""));
      if (child.nodeType !== 1) continue;
      const element = child as Element;
      if (element.tagName === "SCRIPT" || element.tagName === "STYLE") continue;
      if (!kept.has(element.tagName)) {
        copy(element, to);
        continue;
      }
      const made = window.document.createElement(element.tagName);
      const href = element.getAttribute("href") ?? "";
      if (element.tagName === "A" && /^(https?:\/\/|\/)/.test(href)) {
        made.setAttribute("href", href);
        made.setAttribute("target", "_blank");
        made.setAttribute("rel", "noreferrer");
      }
      copy(element, made);
      to.appendChild(made);
    }
  }
}

const dropped = "script, iframe, object, embed, base, meta";

/**
 * The markup of a widget's description as its author wrote it, controls and classes included, which its script looks
 * for; only what would run by itself is taken out.
 */
export function readDescriptionMarkup(window: Window & typeof globalThis, html: string): DocumentFragment {
  const { body } = new window.DOMParser().parseFromString(html, "text/html");
  for (const element of body.querySelectorAll(dropped)) element.remove();
  for (const element of body.querySelectorAll("*")) {
    for (const { name, value } of Array.from(element.attributes)) {
      const runs = /^on/i.test(name) || /^\s*(javascript|data):/i.test(value);
      if (runs) element.removeAttribute(name);
    }
  }
  const fragment = window.document.createDocumentFragment();
  fragment.append(...body.childNodes);
  return fragment;
}
