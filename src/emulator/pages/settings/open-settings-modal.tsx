import type { Crm } from "../crm";
import { SettingsModal } from "./settings-modal";

/** What a settings modal can be told from outside it. */
export interface OpenSettings {
  readonly body: Element;
  /** Presses Save (or Install); resolves with whether the widget agreed. */
  save(): Promise<boolean>;
  /** Presses Disable. */
  disable(): Promise<boolean>;
  close(): void;
}

/**
 * Opens the settings modal of a widget and starts the widget in it. Resolves when its `settings` callback has
 * returned; null when the account has no such widget.
 */
export function openSettingsModal(
  crm: Crm,
  code: string,
  context?: { readonly source_id: number; readonly external_id: string | number },
): Promise<OpenSettings | null> {
  const widget = crm.model.tables.widgets.get(code);
  if (widget === undefined) return Promise.resolve(null);
  return new Promise((resolve) => {
    crm.openModal(
      (close) => (
        <SettingsModal
          code={code}
          context={context}
          close={close}
          onReady={(settings) => resolve({ ...settings, close })}
        />
      ),
      `widget-settings__modal ${code}`,
    );
  });
}
