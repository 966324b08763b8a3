const containers = (code: string) =>
  `.card-widgets__widget-${CSS.escape(code)}, #work-area-${CSS.escape(code)}, #${CSS.escape(code)}, #${CSS.escape(code)}_custom_content, .widget_settings_block, .widget-settings__desc-space, .digital-pipeline__edit-forms, .feed-compose__source, .salesbot-designer__widget, .modal-body`;

/** True in the places that the platform gives to a widget; the window in which a trigger is chosen is none. */
export function isContainer(node: Element, code: string): boolean {
  if (node.closest(".modal-body")?.querySelector(".digital-pipeline__choices")) return false;
  return node.matches(".card-widgets__elements") || findContainer(node, code) !== null;
}

/** The place of the widget's that the node lies in. */
export function findContainer(node: Element, code: string): Element | null {
  return node.closest(containers(code));
}

/** A short selector by which a person finds the node. */
export function describeNode(node: Element): string {
  const id = node.id === "" ? "" : `#${node.id}`;
  const [first] = node.classList;
  return `${node.tagName.toLowerCase()}${id}${id === "" && first !== undefined ? `.${first}` : ""}`.slice(
    0,
    120,
  );
}
