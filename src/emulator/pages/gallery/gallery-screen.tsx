import { useEffect, useRef, useState } from "preact/hooks";
import type { AreaPage } from "../../model/routes";
import { PageTop } from "../chrome/page-top";
import { Checkbox } from "../components/controls";
import { Icon } from "../components/icon";
import { useCrm, useModel, useStore } from "../crm";
import { hasLocation } from "../../model/read-text";
import { states, type GalleryState } from "./states";

/** Every area of the widget, in each language and state, side by side; what is not looked at is not drawn. */
export function GalleryScreen() {
  const { t, page } = useCrm();
  const { areas, widget: code } = useStore(page);
  const widget = useModel((model) => model.tables.widgets.get(code));
  const offered = widget?.manifest.locale.filter((locale) => /^(en|es|pt|ru)$/.test(locale)) ?? [];
  const [locales, setLocales] = useState<readonly string[]>(offered);
  const [chosen, setChosen] = useState<readonly string[]>(["light", "dark"]);
  const listed = areas.filter(({ area }) => widget !== undefined && hasLocation(widget, area));
  const shown = states.filter(({ id }) => chosen.includes(id));

  return (
    <div id="work_area" class="work-area">
      <PageTop title={t("gallery.title")}>
        <div class="gallery__choices">
          {offered.map((locale) => (
            <Checkbox
              key={locale}
              label={locale}
              checked={locales.includes(locale)}
              onChange={() => setLocales(toggle(locales, locale))}
            >
              {locale}
            </Checkbox>
          ))}
          <span class="gallery__line" />
          {states.map((state) => (
            <Checkbox
              key={state.id}
              label={t(state.text)}
              checked={chosen.includes(state.id)}
              onChange={() => setChosen(toggle(chosen, state.id))}
            >
              {t(state.text)}
            </Checkbox>
          ))}
        </div>
      </PageTop>
      <div class="crm-page gallery custom-scroll">
        {listed.length === 0 && (
          <div class="crm-empty">
            <Icon name="widget" />
            <p class="crm-empty__title">{t("gallery.none")}</p>
          </div>
        )}
        {listed.map((area) => (
          <section key={area.area} class="gallery__area">
            <h3 class="crm-panel__title">
              {t(`area.${area.area}`)} <code class="crm-muted">{area.area}</code>
            </h3>
            <div class="gallery__frames">
              {locales.flatMap((locale) =>
                shown.map((state) => (
                  <Frame key={`${locale}:${state.id}`} area={area} locale={locale} state={state} />
                )),
              )}
            </div>
          </section>
        ))}
      </div>
    </div>
  );
}

interface FrameProps {
  readonly area: AreaPage;
  readonly locale: string;
  readonly state: GalleryState;
}

function Frame({ area, locale, state }: FrameProps) {
  const { t, window } = useCrm();
  const holder = useRef<HTMLElement>(null);
  const [isSeen, setSeen] = useState(false);
  const address = `${area.url}?plain&still&show&locale=${locale}${state.query}`;

  useEffect(() => {
    if (holder.current === null) return;
    const observer = new window.IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting === true), {
      rootMargin: "120px",
    });
    observer.observe(holder.current);
    return () => observer.disconnect();
  }, [window]);

  return (
    <figure ref={holder} class="gallery__item">
      <div class="gallery__frame">
        {isSeen && (
          <iframe
            src={address}
            title={`${t(`area.${area.area}`)}, ${locale}, ${t(state.text)}`}
            tabIndex={-1}
          />
        )}
        <a class="gallery__open" href={address} target="_blank" rel="noreferrer">
          <span class="visually-hidden">{t("notifications.open")}</span>
        </a>
      </div>
      <figcaption>
        {locale} · {t(state.text)}
      </figcaption>
    </figure>
  );
}

function toggle(all: readonly string[], one: string): string[] {
  return all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
}
