import { useState } from "preact/hooks";
import type { InstalledWidget } from "../../model/entities";
import { PageTop } from "../chrome/page-top";
import { Icon } from "../components/icon";
import { useCrm, useModel } from "../crm";
import { nameWidget, readWidgetText } from "../../model/read-text";
import { describeStatus, findLogo } from "./describe-widget";
import { openSettingsModal } from "./open-settings-modal";
import { SettingsMenu } from "./settings-menu";

const tabs = ["all", "installed", "other"] as const;

/** Settings → Integrations: the account's widgets, each with its state; a click opens its settings. */
export function IntegrationsScreen() {
  const crm = useCrm();
  const { t } = crm;
  const [query, setQuery] = useState("");
  const [tab, setTab] = useState<(typeof tabs)[number]>("all");
  const widgets = useModel((model) => [...model.tables.widgets.all()]);
  const wanted = query.trim().toLowerCase();
  const shown = widgets.filter(
    (widget) =>
      (tab === "all" || (tab === "installed") === isInstalled(widget)) &&
      (wanted === "" || `${widget.code} ${nameWidget(widget, t.locale)}`.toLowerCase().includes(wanted)),
  );

  return (
    <div id="work_area" class="work-area content__settings">
      <PageTop title={t("settings.integrations")}>
        <div class="list-top-search">
          <form class="list-top-search__form" role="search" onSubmit={(event) => event.preventDefault()}>
            <Icon name="search" small />
            <input
              class="list-top-search__input"
              type="search"
              placeholder={t("widget.search")}
              aria-label={t("widget.search")}
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </form>
        </div>
      </PageTop>
      <div class="settings-layout">
        <SettingsMenu active="widgets" />
        <div class="crm-page custom-scroll">
          <div class="settings-tabs" role="tablist" aria-label={t("settings.integrations")}>
            {tabs.map((one) => (
              <button
                key={one}
                type="button"
                role="tab"
                aria-selected={tab === one}
                class="settings-tabs__item"
                onClick={() => setTab(one)}
              >
                {t(`widget.tab_${one}`)}
                <span class="settings-tabs__count">
                  {one === "all"
                    ? widgets.length
                    : widgets.filter((widget) => (one === "installed") === isInstalled(widget)).length}
                </span>
              </button>
            ))}
          </div>
          {shown.length === 0 ? (
            <div class="crm-empty">
              <Icon name="widget" />
              <p class="crm-empty__title">{t("widget.none")}</p>
            </div>
          ) : (
            <div class="widgets-list" id="widgets_list">
              {shown.map((widget) => (
                <WidgetTile
                  key={widget.code}
                  widget={widget}
                  onOpen={() => void openSettingsModal(crm, widget.code)}
                />
              ))}
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

function isInstalled(widget: InstalledWidget): boolean {
  return widget.status !== "install" && widget.is_active;
}

function WidgetTile({ widget, onOpen }: { widget: InstalledWidget; onOpen(): void }) {
  const { t } = useCrm();
  const status = describeStatus(widget);
  const logo = findLogo(widget, "logo_main.png") ?? findLogo(widget, "logo.png");
  const name = nameWidget(widget, t.locale);
  return (
    <div
      class={`widget-card ${widget.status} widget-card_${status.code}`}
      id={widget.code}
      data-code={widget.code}
    >
      <button type="button" class="widget-card__open js-widget-open" onClick={onOpen}>
        <span class="widget-card__image">
          {logo === null ? (
            <span class="widget-card__letters">{name.slice(0, 2)}</span>
          ) : (
            <img src={logo} alt="" />
          )}
        </span>
        <span class="widget-card__body">
          <span class="widget-card__name" title={name}>
            {name}
          </span>
          <span class="widget-card__description">
            {readWidgetText(widget, widget.manifest.short_description, t.locale)}
          </span>
          <span class="widget-card__foot">
            <span class={`widget-status-text widget-status-text_${status.code}`}>{t(status.text)}</span>
            <span class="crm-muted">{widget.version}</span>
          </span>
        </span>
      </button>
    </div>
  );
}
