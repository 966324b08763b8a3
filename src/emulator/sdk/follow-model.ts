import type { Notification } from "../model/entities";
import type { Change, ModelView } from "../model/model";
import type { Host, IncomingNotification } from "./host";

const cards = new Set(["leads", "contacts", "companies", "customers"]);

/**
 * Tells the page what happens in the account: rows of cards on their socket channels, new entries of the notification
 * centre to the widgets that listen and as a toast. Returns the disposer.
 */
export function followModel(model: ModelView, host: Pick<Host, "publish" | "receive">): () => void {
  let lastSeen = lastNotification(model);
  return model.subscribe((changes) => {
    for (const change of changes) {
      if (cards.has(change.table)) publishCard(change, host);
      if (change.table !== "notifications" || change.row === null || change.row.id <= lastSeen) continue;
      lastSeen = change.row.id;
      const notification = describeNotification(change.row);
      host.publish(`notifications:${model.account.id}:${model.account.current_user_id}`, notification);
      host.receive(notification);
    }
  });
}

function publishCard(change: Change, host: Pick<Host, "publish">): void {
  const payload = { id: Number(change.id), entity: change.table, removed: change.row === null };
  host.publish(`${change.table}:card:${change.id}`, payload);
  host.publish(`${change.table}:events`, payload);
  if (change.table === "leads" && change.row !== null) {
    host.publish(`leads:pipeline:${change.row.pipeline_id}`, payload);
  }
}

export function describeNotification(row: Notification): IncomingNotification {
  const url = row.link ?? (row.entity === null ? null : `/${row.entity.type}/detail/${row.entity.id}`);
  return {
    id: row.id,
    entity: row.kind,
    linked_entity: row.entity,
    created_at: row.created_at,
    updated_at: row.created_at,
    is_read: row.is_read,
    silent: false,
    body: {
      title: row.header,
      icon: row.kind,
      rows: [row.text],
      actions: url === null ? {} : { click: { url } },
    },
  };
}

function lastNotification(model: ModelView): number {
  let last = 0;
  for (const { id } of model.tables.notifications.all()) last = Math.max(last, id);
  return last;
}
