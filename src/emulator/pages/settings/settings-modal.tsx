import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { InstalledWidget } from "../../model/entities";
import { Switcher } from "../components/controls";
import { Icon } from "../components/icon";
import { Island } from "../components/island";
import { Markup } from "../components/markup";
import { useCrm, useModel } from "../crm";
import { nameWidget, readWidgetText } from "../../model/read-text";
import { awaitsFirstSave, describeStatus, findLogo, listSlides, readDescription } from "./describe-widget";
import type { OpenSettings } from "./open-settings-modal";
import { SettingFields } from "./setting-fields";
import { useSaving } from "./use-saving";

interface SettingsModalProps {
  readonly code: string;
  readonly context?: { readonly source_id: number; readonly external_id: string | number };
  close(): void;
  onReady(settings: Omit<OpenSettings, "close">): void;
}

/** The settings modal of an integration: what it is at the left, its fields (or its tour) at the right. */
export function SettingsModal({ code, context, close, onReady }: SettingsModalProps) {
  const { loader, track } = useCrm();
  const widget = useModel((model) => model.tables.widgets.get(code));
  const body = useRef<HTMLDivElement>(null);
  const isTour = widget !== undefined && showsTour(widget);
  const [failed, setFailed] = useState(false);
  const saving = useSaving({ code, body, close });
  const ready = useRef(onReady);
  const contextOnce = useRef(context);

  useLayoutEffect(() => {
    if (body.current === null) return;
    const element = body.current;
    const opening = loader.openSettings(code, element, contextOnce.current).then((isWhole) => {
      setFailed(!isWhole);
      ready.current({ body: element, save: saving.press, disable: saving.disable });
      return isWhole;
    });
    void track(opening);
    // A switch from the tour to the fields draws the right part anew and asks the widget again.
  }, [loader, code, isTour, track]);

  if (widget === undefined) return null;
  return (
    <div class="widget-settings">
      <div class="widget-settings__base-space">
        <Information widget={widget} saving={saving} failed={failed} />
      </div>
      <div ref={body} class="widget-settings__wrap-desc-space" key={isTour ? "tour" : "fields"}>
        <Island>
          <div class="widget-settings__desc-space custom-scroll">
            {isTour ? <Tour widget={widget} /> : <Fields widget={widget} />}
          </div>
        </Island>
      </div>
    </div>
  );
}

function showsTour(widget: InstalledWidget): boolean {
  return widget.status === "install" && widget.manifest.tour !== null;
}

interface InformationProps {
  readonly widget: InstalledWidget;
  readonly saving: ReturnType<typeof useSaving>;
  readonly failed: boolean;
}

function Information({ widget, saving, failed }: InformationProps) {
  const { t } = useCrm();
  const status = describeStatus(widget);
  const logo = findLogo(widget, "logo_main.png") ?? findLogo(widget, "logo.png");
  const name = nameWidget(widget, t.locale);
  const { support } = widget.manifest;
  return (
    <>
      <div class="widget_main_info">
        <div class="widget_main_info__top">
          <div class="widget_settings_block__img">
            {logo === null ? (
              <span class="widget-card__letters">{name.slice(0, 2)}</span>
            ) : (
              <img src={logo} alt="" />
            )}
          </div>
          <div class="widget_settings_block__head">
            <div class="widget-settings__name widget_settings_block__title" title={name}>
              {name}
            </div>
            <div class="widget-settings__developer widget_settings_block__head-desc">
              {readWidgetText(widget, widget.manifest.short_description, t.locale)}
            </div>
          </div>
        </div>
        <div class="widget-settings__command-plate" data-code={widget.code}>
          <div class={`widget-state widget-state_status_${status.code}`}>
            <span class="widget-state__name widget-status-text">{t(status.text)}</span>
          </div>
          <StateButton widget={widget} saving={saving} />
        </div>
        {failed && (
          <p class="widget-settings__failed" role="alert">
            <Icon name="warning" small /> {t("widget.script_failed")}
          </p>
        )}
      </div>
      <hr class="widget_settings_block__separator" />
      <dl class="widget-settings__additional-block">
        <dt>{t("widget.version")}</dt>
        <dd>{widget.version}</dd>
        {support.link !== undefined && (
          <>
            <dt>{t("widget.support")}</dt>
            <dd>
              <a
                href={/^https?:/.test(support.link) ? support.link : undefined}
                target="_blank"
                rel="noreferrer"
              >
                {support.link.replace(/^https?:\/\//, "")}
              </a>
            </dd>
          </>
        )}
        {support.email !== undefined && (
          <>
            <dt>{t("widget.email")}</dt>
            <dd>
              <a href={`mailto:${support.email}`}>{support.email}</a>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}

/** Install, Enable or Disable; none where the widget waits for its first save. */
function StateButton({ widget, saving }: Pick<InformationProps, "widget" | "saving">) {
  const { t } = useCrm();
  const { status, is_active: isActive, code, id } = widget;
  if (status === "not_configured" && !isActive) return null;
  if (status === "install" || !isActive) {
    return (
      <button
        type="button"
        id={code}
        data-id={id}
        class="button-input js-widget-install button-input_blue install-widget__button"
        onClick={() => void saving.install()}
      >
        <span class="button-input-inner">
          <span class="button-input-inner__text">
            {t(status === "install" ? "widget.install" : "widget.enable")}
          </span>
        </span>
      </button>
    );
  }
  return (
    <div class="widget_settings_block__controls_top">
      <button
        type="button"
        id={code}
        data-id={id}
        class="button-input button-cancel js-widget-uninstall"
        onClick={() => void saving.disable()}
      >
        <span class="button-input-inner">{t("widget.disable")}</span>
      </button>
    </div>
  );
}

/** The slides of a widget that is not installed; the platform draws no fields beside them. */
function Tour({ widget }: { widget: InstalledWidget }) {
  const { t, model } = useCrm();
  const slides = listSlides(widget, t.locale);
  const [shown, setShown] = useState(0);
  const slide = slides[shown];
  const description = widget.manifest.tour?.description ?? "";
  return (
    <>
      <div class="widget-settings__tour swiper-container">
        {slide === undefined ? (
          <div class="crm-empty">{t("widget.no_slides")}</div>
        ) : (
          <img
            class="widget-settings__slide swiper-slide"
            src={slide}
            alt={t("widget.slide", { number: shown + 1 })}
          />
        )}
        {slides.length > 1 && (
          <div class="widget-settings__slides">
            <button
              type="button"
              class="crm-icon-button"
              aria-label={t("widget.previous_slide")}
              onClick={() => setShown((shown + slides.length - 1) % slides.length)}
            >
              <Icon name="left" />
            </button>
            {slides.map((path, index) => (
              <button
                key={path}
                type="button"
                class={`widget-settings__dot${index === shown ? " widget-settings__dot_active" : ""}`}
                aria-label={t("widget.slide", { number: index + 1 })}
                aria-current={index === shown}
                onClick={() => setShown(index)}
              />
            ))}
            <button
              type="button"
              class="crm-icon-button"
              aria-label={t("widget.next_slide")}
              onClick={() => setShown((shown + 1) % slides.length)}
            >
              <Icon name="right" />
            </button>
          </div>
        )}
      </div>
      <input type="hidden" id="widget_active__sw" name="widget_active" value="Y" />
      <Markup
        className="widget_settings_block__descr"
        html={readDescription(model, widget, description === "" ? widget.manifest.description : description)}
      />
    </>
  );
}

/** The switch stands over the fields and outside of them: widgets hide those, and draw theirs in the same place. */
function Fields({ widget }: { widget: InstalledWidget }) {
  const { t, model } = useCrm();
  const users = model.tables.users.filter((user) => user.is_active);
  return (
    <div class="widget_settings_block" id={`widget_settings_block_${widget.code}`}>
      <div class="widget_settings_block__switch">
        <Switcher
          id="widget_active__sw"
          name="widget_active"
          inputClass="js-widget-install"
          label={t("widget.active")}
          checked={widget.is_active || awaitsFirstSave(widget)}
        />
        <span aria-hidden="true">{t("widget.active")}</span>
      </div>
      <Markup
        className="widget_settings_block__descr"
        html={readDescription(model, widget, widget.manifest.description)}
      />
      <div class="widget-settings-block__desc-expander">
        <span class="js-widget-settings-desc-expander" />
      </div>
      <div class="widget_settings_block__fields" id="widget_settings__fields_wrapper">
        <input type="text" class="hidden" tabIndex={-1} aria-hidden="true" autocomplete="off" />
        <input type="password" class="hidden" tabIndex={-1} aria-hidden="true" autocomplete="new-password" />
        <SettingFields widget={widget} users={users} />
        {widget.status !== "install" && (
          <div class="widget_settings_block__controls widget_settings_block__controls_top">
            <button
              type="button"
              id={`save_${widget.code}`}
              data-id={widget.id}
              data-onsave-destroy-modal="true"
              class="button-input button-input-disabled js-widget-save js-button-with-loader"
            >
              <span class="button-input-inner">
                <span class="button-input-inner__text">{t("common.save")}</span>
              </span>
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
