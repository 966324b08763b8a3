import { useState } from "preact/hooks";
import type { InstalledWidget } from "../../model/entities";
import { Icon, type IconName } from "../components/icon";
import { useCrm, useModel, useStore } from "../crm";
import type { TextKey } from "../i18n/create-translator";
import { readWidgetText } from "../../model/read-text";
import { NotificationBell } from "./notification-bell";

interface Entry {
  readonly code: string;
  readonly entity?: string;
  readonly icon: IconName;
  readonly title: TextKey;
  readonly href: string;
}

const system: readonly Entry[] = [
  { code: "dashboard", icon: "dashboard", title: "menu.dashboard", href: "/dashboard/" },
  { code: "leads", entity: "leads", icon: "leads", title: "menu.leads", href: "/leads/pipeline/" },
  {
    code: "customers",
    entity: "customers",
    icon: "customers",
    title: "menu.customers",
    href: "/customers/list/",
  },
  { code: "chats", entity: "chats", icon: "chats", title: "menu.chats", href: "/chats/" },
  { code: "tasks", entity: "todo", icon: "tasks", title: "menu.tasks", href: "/todo/line/" },
  { code: "catalogs", entity: "catalogs", icon: "catalogs", title: "menu.lists", href: "/contacts/list/" },
  { code: "mail", entity: "mail", icon: "mail", title: "menu.mail", href: "/mail/" },
  { code: "stats", entity: "stats", icon: "stats", title: "menu.stats", href: "/stats/" },
  { code: "settings", entity: "settings", icon: "settings", title: "menu.settings", href: "/settings/" },
];

interface Item extends Omit<Entry, "icon" | "title"> {
  readonly icon: IconName | { readonly light: string; readonly dark: string } | null;
  readonly title: string;
  readonly widget?: string;
  readonly submenu: readonly { readonly title: string; readonly href: string; readonly code: string }[];
}

/** The menu at the left edge, with the items that widgets bring and without those that they hide. */
export function LeftMenu() {
  const crm = useCrm();
  const { t } = crm;
  const page = useStore(crm.page);
  const badges = useStore(crm.badges);
  const { items, user, account } = useModel((model) => ({
    items: arrangeItems(
      [...model.tables.widgets.all()],
      [...model.tables.catalogs.all()].map(({ id, name }) => ({ id, name })),
      crm,
    ),
    user: model.tables.users.get(model.account.current_user_id),
    account: model.account,
  }));
  const active = findActive(page.url);

  return (
    <nav id="left_menu" class="nav left-menu" aria-label={t("menu.label")}>
      <div class="nav__top">
        <a
          class="nav__account js-navigate-link"
          href="/settings/"
          title={`${account.name} · ${user?.name ?? ""}`}
        >
          <span class="n-avatar" id={String(account.current_user_id)}>
            {crm.format.initials(user?.name ?? account.name)}
          </span>
        </a>
      </div>
      <div id="nav_menu" class="nav__menu custom-scroll">
        {items.map((item) => (
          <div key={item.code} class="nav__menu__wrapper">
            <a
              class={`nav__menu__item js-navigate-link${item.code === active ? " nav__menu__item-selected" : ""}`}
              href={item.href}
              data-entity={item.entity}
              data-widget-code={item.widget}
              aria-current={item.code === active ? "page" : undefined}
            >
              <span class="nav__menu__item__icon">
                <MenuIcon icon={item.icon} />
                {(badges[`${item.widget ?? ""}:${item.code}`] ?? 0) > 0 && (
                  <span class="nav__menu__item__badge">{badges[`${item.widget ?? ""}:${item.code}`]}</span>
                )}
              </span>
              <span class="nav__menu__item__title">{item.title}</span>
            </a>
            {item.submenu.length > 0 && (
              <div class="nav__submenu">
                <div class="nav__submenu__title">{item.title}</div>
                {item.submenu.map((entry) => (
                  <a key={entry.code} class="nav__submenu__item js-navigate-link" href={entry.href}>
                    {entry.title}
                  </a>
                ))}
              </div>
            )}
          </div>
        ))}
      </div>
      <div class="nav__bottom">
        <ThemeButton />
        <NotificationBell />
      </div>
    </nav>
  );
}

function MenuIcon({ icon }: { icon: Item["icon"] }) {
  const [isMissing, setMissing] = useState(false);
  if (icon === null || isMissing) return <Icon name="widget" />;
  if (typeof icon === "string") return <Icon name={icon} />;
  return (
    <>
      {(["light", "dark"] as const).map((theme) => (
        <img
          key={theme}
          class={`nav__menu__item__image nav__menu__item__image_${theme}`}
          src={icon[theme]}
          alt=""
          onError={() => setMissing(true)}
        />
      ))}
    </>
  );
}

function ThemeButton() {
  const { t, attempt, model } = useCrm();
  const theme = useModel((view) => view.tables.users.get(view.account.current_user_id)?.theme ?? 1);
  const label = t(theme === 1 ? "menu.to_dark" : "menu.to_light");
  return (
    <button
      type="button"
      class="nav__button"
      title={label}
      aria-label={label}
      onClick={() => void attempt(() => model.perform("setTheme", { theme: theme === 1 ? 2 : 1 }))}
    >
      <Icon name={theme === 1 ? "moon" : "sun"} />
    </button>
  );
}

function arrangeItems(
  widgets: readonly InstalledWidget[],
  catalogs: readonly { id: number; name: string }[],
  { t, model }: ReturnType<typeof useCrm>,
): Item[] {
  const active = widgets.filter((widget) => widget.is_active);
  const menus = active.flatMap((widget) => widget.manifest.left_menu.map((item) => ({ widget, item })));
  const hidden = new Set(
    menus.filter(({ item }) => item.is_hidden && item.code !== "settings").map(({ item }) => item.code),
  );
  const lists = [
    { code: "contacts", title: t("list.contacts"), href: "/contacts/list/" },
    { code: "companies", title: t("list.companies"), href: "/contacts/list/companies/" },
    ...catalogs.map(({ id, name }) => ({ code: `catalog_${id}`, title: name, href: `/catalogs/${id}/` })),
  ];
  const settings = [
    { code: "general", title: t("settings.general"), href: "/settings/" },
    { code: "widgets", title: t("settings.integrations"), href: "/settings/widgets/" },
    { code: "pipeline", title: t("settings.automation"), href: "/settings/pipeline/leads/" },
    { code: "salesbot", title: t("settings.salesbot"), href: "/settings/salesbot/" },
    { code: "communications", title: t("settings.communications"), href: "/settings/communications/" },
    { code: "ai_agent", title: t("settings.ai_agent"), href: "/settings/ai_agent/" },
  ];
  const own: Record<string, Item["submenu"]> = { catalogs: lists, settings };

  const items: Item[] = system
    .filter(({ code }) => !hidden.has(code))
    .filter(({ code }) => code !== "customers" || usesCustomers(model.account.customers_mode))
    .map((entry) => ({
      ...entry,
      title: t(entry.title),
      submenu: [...(own[entry.code] ?? []), ...widgetSubitems(entry.code, menus, t.locale)],
    }));

  for (const { widget, item } of menus) {
    if (item.is_hidden || system.some(({ code }) => code === item.code)) continue;
    const image = (path: string | null) =>
      path === null ? null : `${widget.path}/${path.replace(/^\//, "")}`;
    const light = image(item.icons.light) ?? image(item.icons.dark);
    const position = items.findIndex(({ code }) => code === item.after);
    items.splice(position === -1 ? items.length : position + 1, 0, {
      code: item.code,
      title: readWidgetText(widget, item.title, t.locale),
      href: `/widget_page/${widget.code}/${item.code}/`,
      icon: light === null ? null : { light, dark: image(item.icons.dark) ?? light },
      widget: widget.code,
      submenu: [...item.submenu]
        .sort((a, b) => a.sort - b.sort)
        .map(({ code, title }) => ({
          code,
          title: readWidgetText(widget, title, t.locale),
          href: `/widget_page/${widget.code}/${item.code}/${code}/`,
        })),
    });
  }
  return items;
}

function widgetSubitems(
  code: string,
  menus: readonly { widget: InstalledWidget; item: InstalledWidget["manifest"]["left_menu"][number] }[],
  locale: Parameters<typeof readWidgetText>[2],
): Item["submenu"] {
  if (code !== "stats" && code !== "settings") return [];
  return menus
    .filter(({ item }) => item.code === code)
    .flatMap(({ widget, item }) =>
      item.submenu.map((sub) => ({
        code: `${widget.code}_${sub.code}`,
        title: readWidgetText(widget, sub.title, locale),
        href: `/${code}/widget/${widget.code}/${sub.code}/`,
      })),
    );
}

export function usesCustomers(mode: string): boolean {
  return mode !== "unavailable" && mode !== "disabled";
}

/** The item of the menu that an address belongs to. */
function findActive(url: string): string {
  const [head, second, third] = url.split(/[?#]/)[0]?.split("/").filter(Boolean) ?? [];
  if (head === undefined) return "dashboard";
  if (head === "todo") return "tasks";
  if (head === "contacts" || head === "companies") return "catalogs";
  if (head === "widget_page") return third ?? second ?? "";
  return head;
}
