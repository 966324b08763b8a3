import type { IncomingNotification } from "./host";
import type { Toast } from "./surface";

type Shown = Partial<Pick<IncomingNotification, "entity" | "created_at">> & {
  readonly body?: Partial<IncomingNotification["body"]>;
};

/** What the corner of the page shows of a notification. */
export function toToast({ entity, created_at, body }: Shown): Toast {
  const click = body?.actions?.click as { url?: unknown } | undefined;
  return {
    kind: entity === "error" || entity === "call" ? entity : "message",
    header: String(body?.title ?? ""),
    html: (body?.rows ?? []).join("<br>"),
    date: created_at ?? Math.floor(Date.now() / 1000),
    link: typeof click?.url === "string" ? click.url : null,
  };
}
