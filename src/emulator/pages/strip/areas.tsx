import { useCrm, useModel, useStore } from "../crm";
import { hasLocation } from "../../model/read-text";

/** Every area of the platform; those of the widget stand out, and a press goes there. */
export function Areas() {
  const { t, page, navigate } = useCrm();
  const { areas, widget, url } = useStore(page);
  const row = useModel((model) => model.tables.widgets.get(widget));
  const known = new Set<string>(areas.map(({ area }) => area));
  const strange = (row?.manifest.locations ?? [])
    .map((location) => location.replace(/-[01]$/, ""))
    .filter((location) => !known.has(location));
  return (
    <div class="areas">
      {areas.map((area) => {
        const isListed = row !== undefined && hasLocation(row, area.area);
        return (
          <button
            key={area.area}
            type="button"
            class={`area${isListed ? " area_listed" : ""}${area.url === url ? " area_open" : ""}`}
            title={isListed ? t("strip.area_listed") : t("strip.area_unlisted")}
            onClick={() => void navigate(area.url)}
          >
            <code>{area.area}</code>
            <span>{t(`area.${area.area}`)}</span>
          </button>
        );
      })}
      {strange.map((location) => (
        <span key={location} class="area area_strange" title={t("strip.area_strange")}>
          <code>{location}</code>
          <span>{t("strip.area_strange")}</span>
        </span>
      ))}
    </div>
  );
}
