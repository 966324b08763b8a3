import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { useCrm } from "../crm";
import { collectFields, listMissing } from "./collect-fields";

interface SavingOptions {
  readonly code: string;
  /** The right part of the modal. */
  readonly body: RefObject<HTMLElement | null>;
  close(): void;
}

/**
 * What the buttons of the settings modal do. A change inside wakes the save button; a save collects the fields, asks
 * the widget's `onSave`, stores them when it agrees, and closes the modal unless the widget has taken the attribute
 * `data-onsave-destroy-modal` away. A widget that refuses finds its button busy, as in the product, until it triggers
 * `button:save:error`.
 */
export function useSaving({ code, body, close }: SavingOptions) {
  const { host, loader, model, attempt, window, t, toasts, track } = useCrm();
  const find = (selector: string) => host.$(body.current ?? []).find(selector);

  const markMissing = (fields: Readonly<Record<string, unknown>>): boolean => {
    const settings = model.tables.widgets.get(code)?.manifest.settings ?? {};
    const missing = listMissing(fields, settings);
    find(".widget_settings_block__item_field").removeClass("widget_settings_block__item_field_error");
    for (const field of missing) {
      find(".widget_settings_block__item_field")
        .filter((_index, element) => element.getAttribute("data-code") === field)
        .addClass("widget_settings_block__item_field_error")
        .find("input")
        .first()
        .trigger("focus");
    }
    if (missing.length > 0) {
      toasts.set([
        ...toasts.get(),
        {
          key: window.performance.now(),
          kind: "error",
          header: t("widget.required_title"),
          html: t("widget.required_text"),
          date: model.now(),
          link: null,
        },
      ]);
    }
    return missing.length > 0;
  };

  const save = async (isInstall: boolean): Promise<boolean> => {
    const widget = model.tables.widgets.get(code);
    if (body.current === null || widget === undefined) return false;
    const fields = collectFields(body.current, widget.manifest.settings);
    if (markMissing(fields)) {
      find(".js-widget-save").trigger("button:save:stop").trigger("button:save:error");
      return false;
    }
    const isOff =
      body.current.querySelector<HTMLInputElement>("input[type=checkbox]#widget_active__sw")?.checked ===
      false;
    if (isOff && !isInstall) return loader.disable(code);
    find(".js-widget-save").trigger("button:save:start");
    const isSaved = await loader.saveSettings(code, {
      fields,
      active: "Y",
      install: isInstall || widget.status === "not_configured",
    });
    if (!isSaved) return false;
    const mayClose = find(".js-widget-save").attr("data-onsave-destroy-modal");
    find(".js-widget-save").trigger("button:save:stop").trigger("button:save:disable");
    if (mayClose === "true") close();
    return true;
  };

  const saving = {
    /** The press on Save, or on Install where nothing is installed yet. */
    async press(): Promise<boolean> {
      const isNew = model.tables.widgets.get(code)?.status === "install";
      return isNew ? saving.install() : save(false);
    },
    async install(): Promise<boolean> {
      const widget = model.tables.widgets.get(code);
      if (widget === undefined) return false;
      if (widget.status !== "install") return loader.enable(code);
      if (widget.manifest.tour === null && widget.manifest.installation) return save(true);
      await attempt(() => model.perform("installWidget", { code }));
      return true;
    },
    async disable(): Promise<boolean> {
      const isOff = await loader.disable(code);
      if (isOff) close();
      return isOff;
    },
  };

  useLayoutEffect(() => {
    const element = body.current;
    if (element === null) return;
    const $body = host.$(element);
    const wake = (event: { target: Element }) => {
      if (host.$(event.target).closest(".widget_settings_block").length === 0) return;
      $body.find(".js-widget-save").trigger("button:save:enable");
    };
    const press = (event: JQueryEventObject) => {
      const isPerson = (event.originalEvent as Event | undefined)?.isTrusted === true;
      if (isPerson && host.$(event.currentTarget).hasClass("button-input-disabled")) return;
      void track(saving.press());
    };
    $body.on("change.emulatorSettings input.emulatorSettings", ":input", wake);
    $body.on("click.emulatorSettings", ".js-widget-save", press);
    return () => void $body.off(".emulatorSettings");
  });

  return saving;
}
