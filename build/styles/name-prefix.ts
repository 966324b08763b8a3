/**
 * The prefix of the names of a CSS module: the widget's root class and the file's path, so that two modules never
 * meet, neither in this widget nor with the host's own classes.
 *
 * @example
 * namePrefix("widget/card/lead-card.module.scss", "playbook") // "playbook-card-lead-card"
 */
export function namePrefix(file: string, rootClass: string): string {
  const path = file
    .replaceAll("\\", "/")
    .replace(/^.*node_modules\//, "")
    .replace(/^widget\//, "")
    .replace(/\.module\.\w+$/, "");
  return `${rootClass}-${path.replaceAll(/[^\p{L}\p{N}]+/gu, "-").replaceAll(/^-|-$/g, "")}`;
}
