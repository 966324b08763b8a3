import { useState } from "preact/hooks";
import type { InstalledWidget, Salesbot } from "../../model/entities";
import { PageTop } from "../chrome/page-top";
import { Button } from "../components/controls";
import { Icon } from "../components/icon";
import { useCrm, useModel } from "../crm";
import { findLogo } from "../settings/describe-widget";
import { SettingsMenu } from "../settings/settings-menu";
import { hasLocation, nameWidget, readWidgetText } from "../../model/read-text";
import { Designer } from "./designer";

/** What is on the designer's desk: a bot, or a new one with a handler of a widget's. */
interface Desk {
  readonly bot: Salesbot | null;
  readonly widget: string;
  readonly handler: string;
}

/** The Salesbot designer: the bots, the handlers that widgets offer, and the step that is being edited. */
export function SalesbotScreen() {
  const { t } = useCrm();
  const [desk, setDesk] = useState<Desk | null>(null);
  const { bots, handlers } = useModel((model) => ({
    bots: [...model.tables.salesbots.all()],
    handlers: model.tables.widgets
      .filter(
        (widget) =>
          widget.is_active && widget.status !== "install" && hasLocation(widget, "salesbot_designer"),
      )
      .flatMap((widget) =>
        Object.keys(widget.manifest.salesbot_designer?.handlers ?? {}).map((handler) => ({
          widget,
          handler,
        })),
      ),
  }));

  return (
    <div id="work_area" class="work-area content__settings">
      <PageTop title={t("settings.salesbot")} />
      <div class="settings-layout">
        <SettingsMenu active="salesbot" />
        <div class="salesbot custom-scroll" id="list_page_holder">
          <aside class="salesbot__aside">
            <h3 class="crm-panel__title">{t("salesbot.bots")}</h3>
            {bots.length === 0 && <p class="crm-muted">{t("salesbot.none")}</p>}
            {bots.map((bot) => (
              <button
                key={bot.id}
                type="button"
                class={`salesbot__bot${desk?.bot?.id === bot.id ? " salesbot__bot_open" : ""}`}
                data-id={bot.id}
                onClick={() => setDesk({ bot, widget: bot.widget_code, handler: bot.handler_code })}
              >
                <Icon name="bot" />
                <span class="h-text-overflow">{bot.name}</span>
              </button>
            ))}
            <h3 class="crm-panel__title salesbot__widgets">{t("salesbot.steps")}</h3>
            {handlers.length === 0 && (
              <p class="crm-muted">{t("communications.needs", { location: "salesbot_designer" })}</p>
            )}
            {handlers.map(({ widget, handler }) => (
              <HandlerEntry
                key={`${widget.code}:${handler}`}
                widget={widget}
                handler={handler}
                onAdd={() => setDesk({ bot: null, widget: widget.code, handler })}
              />
            ))}
          </aside>
          <div class="salesbot__desk">
            {desk === null ? (
              <div class="crm-empty">
                <Icon name="bot" />
                <p class="crm-empty__title">{t("salesbot.empty_title")}</p>
                <p>{t("salesbot.empty_text")}</p>
              </div>
            ) : (
              <Designer
                key={`${desk.bot?.id ?? "new"}:${desk.widget}:${desk.handler}`}
                bot={desk.bot}
                widgetCode={desk.widget}
                handler={desk.handler}
                onSaved={(bot) => setDesk({ bot, widget: bot.widget_code, handler: bot.handler_code })}
              />
            )}
          </div>
        </div>
      </div>
    </div>
  );
}

interface HandlerEntryProps {
  readonly widget: InstalledWidget;
  readonly handler: string;
  onAdd(): void;
}

function HandlerEntry({ widget, handler, onAdd }: HandlerEntryProps) {
  const { t } = useCrm();
  const logo = findLogo(widget, "logo_small.png");
  const { name = handler } = widget.manifest.salesbot_designer?.handlers[handler] ?? {};
  return (
    <div class="widget-entry" data-widget-code={widget.code} data-handler={handler}>
      <span class="widget-entry__logo">
        {logo === null ? <Icon name="widget" /> : <img src={logo} alt="" />}
      </span>
      <span class="widget-entry__text">
        <b>{readWidgetText(widget, name, t.locale)}</b>
        <span class="crm-muted">{nameWidget(widget, t.locale)}</span>
      </span>
      <Button className="button-input_small js-add-handler" onClick={onAdd}>
        {t("compose.add")}
      </Button>
    </div>
  );
}
