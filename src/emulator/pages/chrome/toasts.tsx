import { useEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "../components/icon";
import { useCrm, useStore, type ShownToast } from "../crm";
import { cleanMarkup } from "../widgets/clean-markup";

const seconds = 8;
const icons: Record<ShownToast["kind"], IconName> = { message: "info", error: "warning", call: "phone" };

/** The messages in the corner. Each goes by itself, unless the pointer or the focus rests on it. */
export function Toasts() {
  const { toasts, t } = useCrm();
  const shown = useStore(toasts);
  return (
    <div class="notifications-toasts" role="region" aria-label={t("notifications.title")} aria-live="polite">
      {shown.map((toast) => (
        <ToastCard key={toast.key} toast={toast} />
      ))}
    </div>
  );
}

function ToastCard({ toast }: { toast: ShownToast }) {
  const { toasts, t, window, navigate, format } = useCrm();
  const body = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const close = () => toasts.set(toasts.get().filter(({ key }) => key !== toast.key));
  const wait = () => {
    timer.current = setTimeout(close, seconds * 1000);
  };
  const stay = () => clearTimeout(timer.current);

  useEffect(() => {
    wait();
    return stay;
  }, []);
  useEffect(() => {
    body.current?.replaceChildren(cleanMarkup(window, toast.html));
  }, [toast.html, window]);

  return (
    <div
      class={`notification notification_${toast.kind}`}
      role={toast.kind === "error" ? "alert" : "status"}
      onMouseEnter={stay}
      onMouseLeave={wait}
      onFocusIn={stay}
      onFocusOut={wait}
    >
      <Icon name={icons[toast.kind]} />
      <div class="notification__body">
        <div class="notification__header">{toast.header}</div>
        <div ref={body} class="notification__text" />
        <div class="notification__foot">
          <time>{format.time(toast.date)}</time>
          {toast.link?.startsWith("/") === true && (
            <button type="button" class="notification__link" onClick={() => void navigate(toast.link ?? "/")}>
              {t("notifications.open")}
            </button>
          )}
        </div>
      </div>
      <button type="button" class="notification__close" aria-label={t("common.close")} onClick={close}>
        <Icon name="close" small />
      </button>
    </div>
  );
}
