import { PageTop } from "../chrome/page-top";
import { Icon } from "../components/icon";
import { useCrm, useModel, useStore } from "../crm";
import { MobileBlock } from "./mobile-block";
import { useWidgets } from "./use-widgets";

/**
 * A card as the mobile app shows it, with the blocks of widgets (amoCRM: Mobile widgets): web views that get a one-time
 * token and the platform.
 */
export function MobileScreen() {
  const { t, page, format } = useCrm();
  const { route } = useStore(page);
  const entity = route.entity ?? "leads";
  const { row, lead, stage } = useModel((model) => {
    const lead = entity === "leads" ? model.tables.leads.get(route.id ?? 0) : undefined;
    return {
      lead,
      row: model.tables[entity].get(route.id ?? 0),
      stage:
        lead === undefined ? undefined : model.tables.statuses.get(`${lead.pipeline_id}:${lead.status_id}`),
    };
  });
  const widgets = useWidgets("mobile_card").filter(({ manifest }) => manifest.mobile !== null);

  return (
    <div id="work_area" class="work-area">
      <PageTop
        title={t("mobile.title")}
        buttons={
          <a class="button-input js-navigate-link" href={`/${entity}/detail/${route.id}`}>
            <span class="button-input-inner">{t("card.open_card")}</span>
          </a>
        }
      />
      <div class="crm-page mobile-layout custom-scroll">
        <section class="crm-phone" aria-label={t("mobile.title")}>
          <div class="crm-phone__top">
            <Icon name="left" />
            <b class="h-text-overflow">{row?.name}</b>
            <Icon name="dots" />
          </div>
          {stage !== undefined && (
            <div class="crm-phone__stage" style={{ "--stage": stage.color }}>
              {stage.name}
            </div>
          )}
          {lead !== undefined && (
            <div class="crm-phone__row">
              <span class="crm-muted">{t("field.price")}</span> {format.money(lead.price)}
            </div>
          )}
          {widgets.map((widget) => (
            <MobileBlock key={widget.code} widget={widget} />
          ))}
        </section>
        <section class="crm-panel mobile-layout__facts">
          <h3 class="crm-panel__title">{t("mobile.frame")}</h3>
          {widgets.length === 0 ? (
            <p>{t("communications.needs", { location: "mobile_card" })}</p>
          ) : (
            <>
              {widgets.map(({ code, manifest }) => (
                <code key={code} class="mobile-layout__address">
                  {manifest.mobile?.frame_url}
                </code>
              ))}
              <p class="crm-muted">{t("mobile.hint")}</p>
            </>
          )}
        </section>
      </div>
    </div>
  );
}
