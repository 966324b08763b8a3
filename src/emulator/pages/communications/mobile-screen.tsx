import { useEffect, useState } from "preact/hooks";
import { PageTop } from "../chrome/page-top";
import { Icon } from "../components/icon";
import { useCrm, useModel, useStore } from "../crm";
import { nameWidget } from "../widgets/read-text";

/**
 * A card as the mobile app shows it, with the block of a widget (amoCRM: Mobile widgets): a web view that gets a
 * one-time token and the platform.
 */
export function MobileScreen() {
  const { t, page, format, window } = useCrm();
  const { route } = useStore(page);
  const entity = route.entity ?? "leads";
  const { row, lead, stage, widget } = useModel((model) => {
    const lead = entity === "leads" ? model.tables.leads.get(route.id ?? 0) : undefined;
    return {
      lead,
      row: model.tables[entity].get(route.id ?? 0),
      stage:
        lead === undefined ? undefined : model.tables.statuses.get(`${lead.pipeline_id}:${lead.status_id}`),
      widget: model.tables.widgets.get(route.widget ?? ""),
    };
  });
  const mobile = widget?.manifest.mobile ?? null;
  const isBlocked = useBlockedFrames(window);
  const address = useFrameAddress(mobile?.frame_url ?? null, widget?.client_uuid ?? "", window);

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
        <div class="crm-phone" role="img" aria-label={t("mobile.title")}>
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
          {mobile !== null && widget !== undefined && (
            <div class="crm-phone__block" data-widget-code={widget.code}>
              <div class="crm-phone__caption" style={{ background: mobile.color }}>
                {nameWidget(widget, t.locale)}
              </div>
              {isBlocked && <p class="crm-phone__blocked">{t("mobile.blocked")}</p>}
              {address !== null && !isBlocked && (
                <iframe
                  class="crm-phone__frame"
                  title={nameWidget(widget, t.locale)}
                  src={address}
                  sandbox="allow-scripts allow-forms allow-same-origin"
                />
              )}
            </div>
          )}
        </div>
        <section class="crm-panel mobile-layout__facts">
          <h3 class="crm-panel__title">{t("mobile.frame")}</h3>
          {mobile === null ? (
            <p>{t("communications.needs", { location: "mobile_card" })}</p>
          ) : (
            <>
              <code class="mobile-layout__address">{address ?? mobile.frame_url}</code>
              <p class="crm-muted">{t("mobile.hint")}</p>
            </>
          )}
        </section>
      </div>
    </div>
  );
}

/** The address that the app would open: `token` and `from` are added to it. */
function useFrameAddress(
  frame: string | null,
  uuid: string,
  window: Window & typeof globalThis,
): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (frame === null || !/^https?:\/\//.test(frame)) return;
    const aborter = new window.AbortController();
    void window
      .fetch(`/ajax/v2/integrations/${encodeURIComponent(uuid)}/disposable_token`, { signal: aborter.signal })
      .then((response) => response.json() as Promise<{ token?: string }>)
      .then(({ token = "" }) => {
        const url = new URL(frame);
        url.searchParams.set("token", token);
        url.searchParams.set("from", "ios");
        setAddress(url.href);
      })
      .catch(() => undefined);
    return () => aborter.abort();
  }, [frame, uuid, window]);
  return address;
}

/** True once the page's content security policy has kept a frame from loading. */
function useBlockedFrames(window: Window & typeof globalThis): boolean {
  const [isBlocked, setBlocked] = useState(false);
  useEffect(() => {
    const hear = (event: SecurityPolicyViolationEvent) => {
      if (event.effectiveDirective === "frame-src") setBlocked(true);
    };
    window.document.addEventListener("securitypolicyviolation", hear);
    return () => window.document.removeEventListener("securitypolicyviolation", hear);
  }, [window]);
  return isBlocked;
}
