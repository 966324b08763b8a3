import { platformError } from "../blame";
import type { ComposerSource, ContactAction } from "../surface";
import type { WidgetObject } from "./widget-object";

type ActionType = "phone" | "email";
type Run = (...args: unknown[]) => unknown;

/** What widgets have registered: click-to-call and click-to-mail actions, and senders of the card's composer. */
export interface Sources {
  /** `APP.widgets.cf_actions`: handlers by type and widget. */
  readonly actions: Partial<Record<ActionType, Record<string, Run>>>;
  addAction(widget: WidgetObject, type: unknown, handler: unknown): void;
  addSource(widget: WidgetObject, type: unknown, handler: unknown, title: unknown): void;
  listActions(type: ActionType): ContactAction[];
  listSources(): readonly ComposerSource[];
  /** Forgets what one widget has registered; without a code the senders of all, because the card was left. */
  forget(code?: string): void;
}

export interface SourceOptions {
  readonly $: JQueryStatic;
  readonly area: () => string;
  readonly accountName: () => string;
  /** Calls something of a widget's; what it throws is reported. */
  readonly guard: <T>(widget: string, name: string, run: () => T) => T | undefined;
}

const sourceTypes = new Set(["sms", "chat", "email", "custom"]);
const cardAreas = new Set(["lcard", "cucard", "ccard", "comcard"]);

export function createSources({ $, area, accountName, guard }: SourceOptions): Sources {
  const actions: Sources["actions"] = {};
  const labels = new Map<string, string>();
  let senders: ComposerSource[] = [];

  return {
    actions,
    addAction(widget, type, handler) {
      if ((type !== "phone" && type !== "email") || typeof handler !== "function") return;
      const code = codeOf(widget);
      labels.set(code, labelOf(widget, code));
      actions[type] = { ...actions[type], [code]: handler as Run };
    },
    addSource(widget, type, handler, title) {
      if (typeof type !== "string" || !sourceTypes.has(type)) {
        throw platformError(`add_source: there is no type ${String(type)}`);
      }
      if (typeof handler !== "function") throw platformError("add_source: the handler is no function");
      if (!cardAreas.has(area())) return;
      if (type !== "sms" && (title === undefined || title === "")) {
        throw platformError("add_source: the title is missing");
      }
      const code = codeOf(widget);
      const run = handler as Run;
      senders.push({
        widget: code,
        type: type as ComposerSource["type"],
        title: typeof title === "string" && title !== "" ? title : accountName(),
        send: (message) => Promise.resolve(guard(code, "add_source", () => run(message))),
        fill: (element) => void guard(code, "add_source", () => run($(element))),
      });
      $(document).trigger("widgets:sources:add", { widget_code: code, type });
    },
    listActions: (type) =>
      Object.entries(actions[type] ?? {}).map(([widget, handler]) => ({
        widget,
        label: labels.get(widget) ?? widget,
        run: (data) => void guard(widget, "add_action", () => handler(data)),
      })),
    listSources: () => senders,
    forget(code) {
      senders = senders.filter((sender) => code !== undefined && sender.widget !== code);
      if (code === undefined) return;
      delete actions.phone?.[code];
      delete actions.email?.[code];
    },
  };
}

export function codeOf(widget: WidgetObject): string {
  const code = widget.params?.widget_code;
  if (code === undefined) throw platformError("the widget has no params while its constructor runs");
  return String(code);
}

function labelOf({ langs }: WidgetObject, code: string): string {
  const texts = langs?.widget as Record<string, unknown> | undefined;
  return String(texts?.call_action ?? texts?.name ?? code);
}
