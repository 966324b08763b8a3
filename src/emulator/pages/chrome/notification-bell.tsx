import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "../components/icon";
import { useCrm, useModel } from "../crm";
import { toPlainText } from "../widgets/plain-text";

const icons: Record<string, IconName> = {
  message: "info",
  call: "phone",
  error: "warning",
  task: "tasks",
  chat: "chats",
};

/** The bell, and the notification centre that it opens. */
export function NotificationBell() {
  const { t, format, model, attempt, navigate, window } = useCrm();
  const [opened, setOpened] = useState(false);
  const wrapper = useRef<HTMLDivElement>(null);
  const notifications = useModel((view) =>
    [...view.tables.notifications.all()].sort((a, b) => b.created_at - a.created_at || b.id - a.id),
  );
  const unread = notifications.filter(({ is_read }) => !is_read).length;

  useLayoutEffect(() => {
    if (!opened) return;
    const close = (event: Event) => {
      const isEscape = event instanceof window.KeyboardEvent && event.key === "Escape";
      const isOutside = event.type === "mousedown" && !wrapper.current?.contains(event.target as Node);
      if (isEscape || isOutside) setOpened(false);
    };
    window.document.addEventListener("mousedown", close);
    window.document.addEventListener("keydown", close);
    return () => {
      window.document.removeEventListener("mousedown", close);
      window.document.removeEventListener("keydown", close);
    };
  }, [opened, window]);

  const label = unread === 0 ? t("notifications.title") : t("notifications.unread", { count: unread });
  return (
    <div ref={wrapper} class="nav__notifications">
      <button
        type="button"
        class="nav__button nav__notifications__icon"
        aria-expanded={opened}
        aria-label={label}
        title={label}
        onClick={() => setOpened(!opened)}
      >
        <Icon name="bell" />
        {unread > 0 && <span class="nav__notifications__counter">{unread > 99 ? "99+" : unread}</span>}
      </button>
      {opened && (
        <section class="notification__list notifications" aria-label={t("notifications.title")}>
          <h2 class="notifications__title">{t("notifications.title")}</h2>
          <div class="notifications__items custom-scroll">
            {notifications.length === 0 && <p class="crm-empty">{t("notifications.none")}</p>}
            {notifications.map((item) => (
              <button
                type="button"
                key={item.id}
                class={`notification__item notification__item_${item.kind}${item.is_read ? "" : " notification__item_new"}`}
                onClick={() => {
                  if (!item.is_read) void attempt(() => model.perform("readNotification", { id: item.id }));
                  const target =
                    item.entity === null ? item.link : `/${item.entity.type}/detail/${item.entity.id}`;
                  if (target?.startsWith("/") === true) {
                    setOpened(false);
                    void navigate(target);
                  }
                }}
              >
                <Icon name={icons[item.kind] ?? "info"} />
                <span class="notification__item__body">
                  <span class="notification__item__header">{item.header}</span>
                  <span class="notification__item__text">{toPlainText(item.text)}</span>
                  <time class="notification__item__time">{format.moment(item.created_at)}</time>
                </span>
              </button>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
