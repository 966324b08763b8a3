import { hole } from "../script/fold-string";
import type { Widget } from "../widget/create-widget";

/**
 * True where a file of the widget names the host, in full or with a part that only a running page knows, so that rules
 * judge it there; its port aside.
 */
export function namesHost(widget: Widget, host: string): boolean {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  if (widget.addresses.some((address) => fits(name, address.host.toLowerCase().replace(/:\d+$/, ""))))
    return true;
  // A sheet or a page inside one long text is not taken apart.
  return [...widget.scripts.map(({ source }) => source), ...widget.templates.map(({ text }) => text)].some(
    (text) => text.includes(`//${name}`),
  );
}

/** `127.kommo.com` fits what a script puts together as account + ".kommo.com". */
function fits(name: string, pattern: string): boolean {
  const parts = pattern.split(hole);
  if (parts.length === 1) return name === pattern;
  if (!/\w\.\w/.test(parts.join(""))) return false;
  return name.startsWith(parts[0] as string) && name.endsWith(parts.at(-1) as string);
}
