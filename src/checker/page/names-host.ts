import type { Widget } from "../widget/create-widget";

/** True where a file of the widget names the host, so that rules judge it there; its port aside. */
export function namesHost(widget: Widget, host: string): boolean {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return widget.addresses.some((address) => address.host.toLowerCase().replace(/:\d+$/, "") === name);
}
