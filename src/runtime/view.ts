import { Component, h } from "preact";
import type { Area, AreaMethods } from "./area";
import type { KommoWidget } from "../host";

interface ViewProps {
  readonly value: (Area & AreaMethods) | undefined;
  readonly widget: KommoWidget;
  /** A message above the view: something that was not its drawing has failed, or was refused. */
  readonly notice: string | undefined;
  readonly report: (error: unknown) => void;
}

/**
 * The top of every mounted view: hands the area to the hooks, and shows a small message where there is one. What
 * fails while drawing takes the view with it; anything else leaves it standing.
 *
 * `getChildContext`, `sub` and `props.value` are all that preact/hooks asks of a context's provider; createContext
 * would cost more than all of this. See useArea.
 */
export class View extends Component<ViewProps, { broken?: boolean }> {
  override getChildContext() {
    return { komponent: this };
  }

  sub() {}

  override componentDidCatch(error: unknown) {
    this.props.report(error);
    this.setState({ broken: true });
  }

  override render({ value, notice, widget }: ViewProps, { broken }: { broken?: boolean }) {
    const message = broken ? sayFailed(widget) : notice;
    return [message && h("p", { role: "alert" }, message), !broken && h(Draw, { value })];
  }
}

// A component of its own, so that hooks may be used in an area's render too.
function Draw({ value }: Pick<ViewProps, "value">) {
  return value?.render?.();
}

/** The author's own words, or the widget's name: the host knows no text for it. */
export function sayFailed({ langs }: KommoWidget): string {
  const { error, name } = (langs?.["widget"] ?? {}) as { error?: string; name?: string };
  return error ?? `⚠ ${name}`;
}
