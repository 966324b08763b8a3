import { Island } from "../components/island";
import { useCrm, useStore } from "../crm";

/** The frame of the right-hand panel. Its blocks are widgets', its opening and closing the SDK's. */
export function WidgetsPanel() {
  const { t, model, page } = useCrm();
  const isCard = useStore(page).route.screen === "card";
  const isAdmin = model.tables.users.get(model.account.current_user_id)?.is_admin === true;
  return (
    <Island>
      <div
        id="widgets_block"
        class="card-widgets custom-scroll"
        style={isCard ? undefined : { display: "none" }}
      >
        <div class="card-widgets__top" role="button" tabIndex={0} title={t("panel.toggle")}>
          <div class="js-card-widgets-on-off card-widgets__top__switch" />
          <span class="card-widgets__top__caption">{t("panel.title")}</span>
        </div>
        <div class="js-card-widgets-on" id="nano-card-widgets">
          <div class="card-widgets__elements">
            <div class="card-widgets__cap js-card-widgets-cap">
              {isAdmin && (
                <a class="js-navigate-link" href="/settings/widgets/">
                  <span class="card-widgets__cap__plus">+</span>
                  <span class="card-widgets__cap__text">{t("panel.add")}</span>
                </a>
              )}
            </div>
          </div>
        </div>
      </div>
    </Island>
  );
}
