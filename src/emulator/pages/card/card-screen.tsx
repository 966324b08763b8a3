import type { EntityType } from "../../model/entities";
import { useCrm, useModel, useStore } from "../crm";
import { CardFields } from "./card-fields";
import { Feed } from "./feed";

const titles = {
  leads: "card.no_lead",
  contacts: "card.no_contact",
  companies: "card.no_company",
  customers: "card.no_customer",
} as const;

/** The card of a lead, contact, company or customer; id 0 is a new one. */
export function CardScreen() {
  const crm = useCrm();
  const { route } = useStore(crm.page);
  const entity: EntityType = route.entity ?? "leads";
  const id = route.id ?? 0;
  const row = useModel((model) => model.tables[entity].get(id) ?? null);

  if (id !== 0 && (row === null || row.is_deleted)) {
    return (
      <div class="crm-empty card-holder" id="card_holder">
        <p class="crm-empty__title">{crm.t(titles[entity])}</p>
        <a class="js-navigate-link" href={`/${entity}/list/`}>
          {crm.t("card.to_list")}
        </a>
      </div>
    );
  }
  return (
    <div id="card_holder" class="card-holder content__card-holder" data-id={id} data-entity={entity}>
      <div class="card-holder__container">
        <CardFields entity={entity} row={row} tab={route.tab ? route.widget : null} />
        <Feed entity={entity} id={id} />
      </div>
    </div>
  );
}
