import { Icon } from "../components/icon";
import { useCrm, useModel, useStore } from "../crm";
import { WidgetArea } from "../settings/advanced-settings-screen";
import { SettingsMenu } from "../settings/settings-menu";
import { nameWidget, readWidgetText } from "../../model/read-text";

/** A page that a widget brings: its item of the left menu, or its part of Analytics or Settings. */
export function WidgetPageScreen() {
  const { t, page } = useCrm();
  const { route } = useStore(page);
  const code = route.widget ?? "";
  const widget = useModel((model) => model.tables.widgets.get(code));
  const item = widget?.manifest.left_menu.find((one) => one.code === route.item);
  const sub = item?.submenu.find((one) => one.code === route.subitem);
  const title = sub?.title ?? (item?.title === "" ? undefined : item?.title);
  const isSettings = route.item === "settings";
  const shown =
    widget === undefined
      ? code
      : title === undefined
        ? nameWidget(widget, t.locale)
        : readWidgetText(widget, title, t.locale);
  return (
    <WidgetArea
      code={code}
      title={shown}
      menu={
        isSettings ? (
          <SettingsMenu active={`${code}:${route.subitem ?? ""}`} />
        ) : (
          item !== undefined &&
          widget !== undefined &&
          item.submenu.length > 0 && (
            <nav class="aside settings-menu" aria-label={readWidgetText(widget, item.title, t.locale)}>
              {[...item.submenu]
                .sort((a, b) => a.sort - b.sort)
                .map((one) => (
                  <a
                    key={one.code}
                    class={`aside__list-item settings-menu__item js-navigate-link${one.code === route.subitem ? " settings-menu__item_active" : ""}`}
                    href={`${route.item === "stats" ? "/stats/widget" : "/widget_page"}/${code}/${route.item === "stats" ? "" : `${item.code}/`}${one.code}/`}
                    aria-current={one.code === route.subitem ? "page" : undefined}
                  >
                    {readWidgetText(widget, one.title, t.locale)}
                  </a>
                ))}
            </nav>
          )
        )
      }
    >
      {item === undefined && (
        <div class="crm-empty">
          <Icon name="widget" />
          <p class="crm-empty__title">{t("widget_page.none_title")}</p>
          <p>{t("widget_page.none_text", { code })}</p>
        </div>
      )}
    </WidgetArea>
  );
}
