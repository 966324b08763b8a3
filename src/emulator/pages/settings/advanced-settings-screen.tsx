import { Icon } from "../components/icon";
import { Island } from "../components/island";
import { useCrm, useModel, useStore } from "../crm";
import { hasLocation, readWidgetText } from "../../model/read-text";
import { SettingsMenu } from "./settings-menu";

/** A widget's own page in Settings: an empty work area that the widget fills. */
export function AdvancedSettingsScreen() {
  const { t, page } = useCrm();
  const code = useStore(page).route.widget ?? "";
  const widget = useModel((model) => model.tables.widgets.get(code));
  const isListed = widget !== undefined && hasLocation(widget, "advanced_settings");
  const title =
    widget === undefined
      ? code
      : readWidgetText(widget, widget.manifest.advanced?.title ?? "widget.name", t.locale);
  return (
    <WidgetArea code={code} title={title} menu={<SettingsMenu active={`advanced:${code}`} />}>
      {!isListed && (
        <div class="crm-empty">
          <Icon name="widget" />
          <p class="crm-empty__title">{t("advanced.none_title")}</p>
          <p>{t("advanced.none_text", { code })}</p>
        </div>
      )}
    </WidgetArea>
  );
}

interface WidgetAreaProps {
  readonly code: string;
  readonly title: string;
  readonly menu?: preact.ComponentChildren;
  readonly children?: preact.ComponentChildren;
}

/**
 * The frame of every page that belongs to a widget: `#work-area-<code>` inside `#list_page_holder`. Its top has no
 * `.list__body-right__top__buttons`: widgets append that one themselves, and would fill both.
 */
export function WidgetArea({ code, title, menu, children }: WidgetAreaProps) {
  return (
    <div id="work_area" class="work-area content__settings">
      <Island>
        <div class="content__top list__body-right__top">
          <div class="content__top__preset">
            <h2 class="content__top__preset__caption" title={title}>
              {title}
            </h2>
          </div>
        </div>
      </Island>
      <div class="settings-layout">
        {menu}
        <Island>
          <div
            class="list list-widget list-widget_without-image-background custom-scroll"
            id="list_page_holder"
          >
            <div class="list__body clearfix">
              <div id={`work-area-${code}`} class="work-area-widget" />
              {children}
            </div>
          </div>
        </Island>
      </div>
    </div>
  );
}
