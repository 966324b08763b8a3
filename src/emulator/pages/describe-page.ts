import type { LocationCode } from "../../manifest/locations";
import type { EntityType } from "../model/entities";
import type { Screen } from "../model/routes";
import type { PageData } from "../model/wire";
import type { CardState, LinkedForm, ListRow, ListState, PageState } from "../sdk/page-state";
import { listLinked } from "./card/linked-forms";
import { saveCard } from "./card/save-card";
import type { Crm } from "./crm";
import { writeCardForm } from "./forms/card-form";
import { readCellFacts } from "./list/columns";

/** The widget's area on pages whose code does not say it. */
const areas: Partial<Record<Screen, LocationCode>> = {
  sms: "sms",
  ai_agent: "ai_agent",
  mobile: "mobile_card",
  whatsapp: "whatsapp_modal",
  chat_button: "website_chat_button",
  sources: "lead_sources",
  web_forms: "amoforms",
  personal_page: "personal_page",
};
const rowTypes = {
  leads: "lead",
  contacts: "contact",
  companies: "company",
  customers: "customer",
} as const;

/** Says to the host what the drawn page is: its names, its card's form, its list's rows. */
export function describePage(crm: Crm, data: PageData): PageState {
  const { route } = data;
  const path = data.url.split(/[?#]/)[0] ?? "/";
  const area = areas[route.screen];
  const base = { code: route.code, path, ...(area !== undefined && { area }) };
  if (route.screen === "card" && route.entity !== null) {
    return { ...base, card: describeCard(crm, route.entity, route.id ?? 0) };
  }
  const list = describeList(crm, data);
  const element = crm.window.document.getElementById("page_holder");
  return { ...base, ...(list !== null && { list }), ...(element !== null && { view: { element } }) };
}

function describeCard(crm: Crm, entity: EntityType, id: number): CardState {
  const { model, format } = crm;
  const row = id === 0 ? null : (model.tables[entity].get(id) ?? null);
  const linked = (["contacts", "companies"] as const).flatMap((kind): LinkedForm[] =>
    row === null || kind === entity
      ? []
      : listLinked(model, entity, id, kind).map((other) => ({
          entity: kind,
          id: other.id,
          fields: writeCardForm(model, kind, other, format),
        })),
  );
  return {
    entity,
    id: row?.id ?? 0,
    fields: writeCardForm(model, entity, row, format),
    mainUser: row?.responsible_user_id ?? model.account.current_user_id,
    linked,
    save: () => saveCard(crm, entity, row?.id ?? 0),
  };
}

function describeList(crm: Crm, { route, list }: PageData): ListState | null {
  if (list === null) return null;
  const { model } = crm;
  if (route.screen === "list" && route.entity !== null) {
    const { entity } = route;
    const rows = list.ids.flatMap((id): ListRow[] => {
      const row = model.tables[entity].get(id);
      if (row === undefined) return [];
      const facts = readCellFacts(model, entity, row);
      return [
        {
          id,
          type: rowTypes[entity],
          name: { text: row.name, url: `/${entity}/detail/${id}` },
          emails: facts.emails,
          phones: facts.phones,
          columns: Object.fromEntries(
            row.custom_fields_values.map(({ field_id, values }) => [
              `CF${field_id}`,
              values.map(({ value }) => value).join(", "),
            ]),
          ),
        },
      ];
    });
    return { entity, rows };
  }
  if (route.screen === "tasks") {
    const rows = list.ids.flatMap((id): ListRow[] => {
      const task = model.tables.tasks.get(id);
      return task === undefined
        ? []
        : [{ id, type: "task", name: { text: task.text, url: "" }, emails: [], phones: [] }];
    });
    return { entity: "todo", rows };
  }
  if (route.screen === "catalog") {
    const rows = list.ids.flatMap((id): ListRow[] => {
      const element = model.tables.catalog_elements.get(id);
      return element === undefined
        ? []
        : [{ id, type: "catalog_element", name: { text: element.name, url: "" }, emails: [], phones: [] }];
    });
    return { entity: "catalogs", rows };
  }
  return null;
}
