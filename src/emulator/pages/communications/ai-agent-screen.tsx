import { useState } from "preact/hooks";
import { PageTop } from "../chrome/page-top";
import { Icon } from "../components/icon";
import { Switcher } from "../components/controls";
import { useCrm, useModel } from "../crm";
import { findLogo } from "../settings/describe-widget";
import { SettingsMenu } from "../settings/settings-menu";
import { hasLocation, nameWidget, readWidgetText } from "../../model/read-text";

/** The platform cuts a longer description (Kommo: Widget locations, `ai_agent`). */
const longest = 100;

/** Settings → AI agent: the tools that widgets offer it, each a tile. */
export function AiAgentScreen() {
  const { t } = useCrm();
  const [on, setOn] = useState<readonly string[]>([]);
  const widgets = useModel((model) =>
    model.tables.widgets.filter(
      (widget) => widget.is_active && widget.status !== "install" && hasLocation(widget, "ai_agent"),
    ),
  );
  return (
    <div id="work_area" class="work-area content__settings">
      <PageTop title={t("settings.ai_agent")} />
      <div class="settings-layout">
        <SettingsMenu active="ai_agent" />
        <div class="crm-page custom-scroll" id="list_page_holder">
          <h3 class="crm-panel__title">{t("ai_agent.tools")}</h3>
          {widgets.length === 0 && (
            <div class="crm-empty">
              <Icon name="bot" />
              <p class="crm-empty__title">{t("ai_agent.none")}</p>
              <p>{t("communications.needs", { location: "ai_agent" })}</p>
            </div>
          )}
          <div class="ai-tiles">
            {widgets.map((widget) => {
              const logo = findLogo(widget, "logo_small.png");
              const description = readWidgetText(widget, "widget.ai_agent_description", t.locale);
              const name = nameWidget(widget, t.locale);
              return (
                <div key={widget.code} class="crm-panel ai-tile" data-widget-code={widget.code}>
                  <span class="widget-entry__logo">
                    {logo === null ? <Icon name="bot" /> : <img src={logo} alt="" />}
                  </span>
                  <b class="ai-tile__name">{name}</b>
                  <Switcher
                    id={`ai_${widget.code}`}
                    name={`ai_${widget.code}`}
                    label={name}
                    checked={on.includes(widget.code)}
                    onChange={(isOn) =>
                      setOn(isOn ? [...on, widget.code] : on.filter((code) => code !== widget.code))
                    }
                  />
                  <p class="ai-tile__text" title={description}>
                    {description.length > longest
                      ? `${description.slice(0, longest - 1).trimEnd()}…`
                      : description}
                  </p>
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}
