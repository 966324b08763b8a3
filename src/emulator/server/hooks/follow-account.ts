import type { AccountEvent, InstalledWidget } from "../../model/entities";
import type { Change } from "../../model/model";
import type { Emulator } from "../emulator";
import { describeBotHook } from "./describe-bot-hook";
import { describeDisableHook } from "./describe-other-hooks";
import { listPipelineHooks } from "./describe-pipeline-hook";
import type { Hook } from "./hook";
import { sendHook } from "./send-hook";

/**
 * Sends what Kommo would send when something happens in the account: actions of the automation board, requests of
 * bots, the disabling of a widget. Returns the disposer.
 */
export function followAccount(emulator: Emulator, onCrash: (error: unknown) => void): () => void {
  const { model } = emulator;
  let active = listActive();
  // One after another: two runs send the same hooks in the same order.
  let queue: Promise<void> = Promise.resolve();
  return model.subscribe((changes) => {
    const before = active;
    active = listActive();
    for (const hook of listHooks(changes, before)) {
      queue = queue
        .then(async () => void (await sendHook(emulator, await hook.describe, hook.id)))
        .catch(onCrash);
    }
  });

  function listActive(): ReadonlySet<string> {
    return new Set(model.tables.widgets.filter((widget) => widget.is_active).map((widget) => widget.code));
  }

  function listHooks(changes: readonly Change[], before: ReadonlySet<string>): Pending[] {
    return changes.flatMap((change) => {
      if (change.row === null) return [];
      if (change.table === "events") return isNew(change.row) ? listEventHooks(change.row) : [];
      return change.table === "widgets" ? listWidgetHooks(change.row, before) : [];
    });
  }

  function listEventHooks(event: AccountEvent): Pending[] {
    if (event.type !== "salesbot_started") {
      return listPipelineHooks(model, event).map((hook) => ({
        id: nextId(),
        describe: Promise.resolve(hook),
      }));
    }
    const { salesbot } = event.value_after[0] as { readonly salesbot: { readonly id: number } };
    const bot = model.tables.salesbots.get(salesbot.id);
    const { entity_type: type, entity_id: entity } = event;
    if (bot === undefined || type === "tasks" || type === "catalog_elements" || type === "talks") return [];
    const id = nextId();
    return [{ id, describe: describeBotHook(model, { bot, type, id: entity }, id, emulator) }];
  }

  function listWidgetHooks(widget: InstalledWidget, before: ReadonlySet<string>): Pending[] {
    const url = emulator.disableHook;
    if (url === null || widget.is_active || !before.has(widget.code) || widget.code !== emulator.widget)
      return [];
    return [{ id: nextId(), describe: describeDisableHook(model, widget, { url, secret: emulator.secret }) }];
  }

  /** A reset brings old events back: they have had their hooks. */
  function isNew(event: AccountEvent): boolean {
    return event.created_at >= model.now() - 5;
  }

  function nextId(): number {
    return model.write((writer) => writer.nextId("sent_hooks"));
  }
}

interface Pending {
  readonly id: number;
  readonly describe: Promise<Hook>;
}
