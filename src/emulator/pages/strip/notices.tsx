import type { Store } from "../create-store";
import { useCrm, useStore } from "../crm";
import type { Loss } from "../guard/watch-document";
import type { Watch } from "./watch-report";

/** What a person must know about a page that a widget has made useless, and the way out. */
export function Notices({ watch, loss }: { watch: Watch; loss: Store<Loss | null> }) {
  const { t, page, window } = useCrm();
  const { holds } = useStore(page);
  const isLost = useStore(loss) !== null;
  if (holds.length === 0 && !isLost) return null;
  return (
    <div class="problems" role="alert">
      {holds.map(({ code, reason }) => (
        <div key={code} class="notice">
          <span>{t(`strip.held_${reason}`, { widget: code })}</span>
          <button type="button" class="action" onClick={() => void watch.startAgain(code)}>
            {t("strip.start_again")}
          </button>
        </div>
      ))}
      {isLost && (
        <div class="notice">
          <span>{t("strip.lost")}</span>
          <button type="button" class="action" onClick={() => window.location.reload()}>
            {t("strip.load_again")}
          </button>
        </div>
      )}
    </div>
  );
}
