import type { EntityType, InstalledWidget } from "../../model/entities";
import { Icon } from "../components/icon";
import { useCrm, useModel } from "../crm";
import { hasLocation, nameWidget } from "../../model/read-text";

const cardLocations = {
  leads: "lcard",
  contacts: "ccard",
  companies: "comcard",
  customers: "cucard",
} as const;

/** Whether a widget has a tab on cards of that kind (Kommo: Card SDK wants the card's own location too). */
export function hasTab(widget: InstalledWidget, entity: EntityType): boolean {
  return widget.is_active && hasLocation(widget, "card_sdk") && hasLocation(widget, cardLocations[entity]);
}

/** Says why the card shows its main tab where the address asks for a widget's. */
export function NoTab({ code, entity }: { code: string; entity: EntityType }) {
  const { t } = useCrm();
  const widget = useModel((model) => model.tables.widgets.get(code));
  const lacking = ["card_sdk", cardLocations[entity]].filter(
    (location) => widget !== undefined && !hasLocation(widget, location),
  );
  const name = widget === undefined ? code : nameWidget(widget, t.locale);
  const isOff = widget !== undefined && lacking.length === 0;
  return (
    <p class="card-no-tab" role="status">
      <Icon name="info" small />
      <span>
        {isOff
          ? t("card.tab_off", { name })
          : t("card.tab_none", { name, locations: lacking.join(", ") || "card_sdk" })}
      </span>
    </p>
  );
}
