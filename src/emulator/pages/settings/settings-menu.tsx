import { useCrm, useModel } from "../crm";
import { hasLocation, readWidgetText } from "../../model/read-text";

const entries = [
  { code: "general", text: "settings.general", href: "/settings/" },
  { code: "widgets", text: "settings.integrations", href: "/settings/widgets/" },
  { code: "automation", text: "settings.automation", href: "/settings/pipeline/leads/" },
  { code: "salesbot", text: "settings.salesbot", href: "/settings/salesbot/" },
  { code: "communications", text: "settings.communications", href: "/settings/communications/" },
  { code: "ai_agent", text: "settings.ai_agent", href: "/settings/ai_agent/" },
] as const;

/** What amoCRM alone has. */
const amoEntries = [
  { code: "web_forms", text: "outside.web_forms_title", href: "/settings/web_forms/" },
  { code: "personal_page", text: "outside.portal_title", href: "/settings/personal_page/" },
] as const;

/** The column at the left of every settings page; widgets add their own pages to it. */
export function SettingsMenu({ active }: { active: string }) {
  const { t, model } = useCrm();
  const system = model.account.brand === "amocrm" ? [...entries, ...amoEntries] : entries;
  const widgets = useModel(({ tables }) =>
    tables.widgets.filter(
      (widget) =>
        widget.is_active &&
        widget.status !== "install" &&
        widget.manifest.advanced !== null &&
        hasLocation(widget, "advanced_settings"),
    ),
  );
  const subitems = useModel(({ tables }) =>
    tables.widgets
      .filter((widget) => widget.is_active)
      .flatMap((widget) =>
        widget.manifest.left_menu
          .filter(({ code }) => code === "settings")
          .flatMap(({ submenu }) =>
            [...submenu]
              .sort((a, b) => a.sort - b.sort)
              .map((item) => ({
                code: `${widget.code}:${item.code}`,
                text: readWidgetText(widget, item.title, t.locale),
                href: `/settings/widget/${widget.code}/${item.code}/`,
              })),
          ),
      ),
  );
  return (
    <nav class="aside settings-menu" aria-label={t("menu.settings")}>
      {system.map((entry) => (
        <MenuLink key={entry.code} href={entry.href} text={t(entry.text)} isActive={active === entry.code} />
      ))}
      {(widgets.length > 0 || subitems.length > 0) && <div class="settings-menu__line" />}
      {widgets.map((widget) => (
        <MenuLink
          key={widget.code}
          href={`/settings/advanced/${widget.code}/`}
          text={readWidgetText(widget, widget.manifest.advanced?.title ?? widget.code, t.locale)}
          isActive={active === `advanced:${widget.code}`}
        />
      ))}
      {subitems.map((item) => (
        <MenuLink key={item.code} href={item.href} text={item.text} isActive={active === item.code} />
      ))}
    </nav>
  );
}

function MenuLink({ href, text, isActive }: { href: string; text: string; isActive: boolean }) {
  return (
    <a
      class={`aside__list-item settings-menu__item js-navigate-link${isActive ? " settings-menu__item_active" : ""}`}
      href={href}
      aria-current={isActive ? "page" : undefined}
      title={text}
    >
      {text}
    </a>
  );
}
