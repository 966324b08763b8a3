import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Customer, EntityType, Lead } from "../../model/entities";
import { Select } from "../components/controls";
import { useCrm, useModel } from "../crm";
import { formNames, listFields, type CardRow } from "../forms/card-form";
import { nameWidget } from "../../model/read-text";
import { CardStats } from "./card-stats";
import { CardTab } from "./card-tab";
import { CardTabs } from "./card-tabs";
import { CardTop } from "./card-top";
import { hasTab, NoTab } from "./no-tab";
import { FieldRow } from "./field-row";
import { LinkedForms } from "./linked-forms";
import { SaveBar } from "./save-bar";
import { useCardForm, type CardForm } from "./use-card-form";

interface CardFieldsProps {
  readonly entity: EntityType;
  readonly row: CardRow | null;
  /** Code of the widget whose tab the address opens. */
  readonly tab: string | null;
}

/** The left column of a card: name, stage, tabs, fields, linked cards. */
export function CardFields({ entity, row, tab: openTab }: CardFieldsProps) {
  const crm = useCrm();
  const { t } = crm;
  const form = useCardForm(entity, row, null);
  const { groups, widgets, users } = useModel((model) => ({
    groups: model.tables.custom_field_groups
      .filter((group) => group.entity_type === entity)
      .sort((a, b) => a.sort - b.sort),
    widgets: model.tables.widgets.filter((widget) => hasTab(widget, entity)),
    users: model.tables.users.filter((user) => user.is_active),
  }));
  const fields = listFields(crm.model, entity);
  const groupIds = new Set(groups.map(({ id }) => id));
  const ofMain = fields.filter(({ group_id }) => group_id === null || !groupIds.has(group_id));
  const ownGroups = groups.filter(({ id }) => fields.some(({ group_id }) => group_id === id));
  // Kommo's own group of tracking fields shares its tab with the figures.
  const hasStatistics = ownGroups.some(({ id }) => id === "statistic");
  const [chosen, setChosen] = useState(openTab === null ? "default" : `widget_${openTab}`);
  const word = formNames[entity];
  const rowKey = `${entity}:${row?.id ?? 0}`;

  const tabs = [
    { id: "default", title: t("card.tab_main") },
    ...ownGroups.map(({ id, name }) => ({ id, title: name })),
    ...(row === null || hasStatistics ? [] : [{ id: "statistic", title: t("card.tab_stats") }]),
    ...widgets.map((widget) => ({ id: `widget_${widget.code}`, title: nameWidget(widget, t.locale) })),
  ];
  // The address may name a widget that has no tab here, and a widget may lose its tab while it is open.
  const tab = tabs.some(({ id }) => id === chosen) ? chosen : "default";

  return (
    <div class="card-fields js-card-fields" key={rowKey}>
      <form class="card-entity-form" id="edit_card" onSubmit={(event) => event.preventDefault()}>
        <input type="hidden" name="ID" value={row?.id ?? 0} />
        <CardTop entity={entity} row={row} form={form} />
        <CardTabs tabs={tabs} chosen={tab} onChoose={setChosen} />
        {tab !== chosen && <NoTab code={openTab ?? ""} entity={entity} />}
        <FieldGroup id="default" isOpen={tab === "default"}>
          <div class="linked-form__field linked-form__field_responsible">
            <div class="linked-form__field__label" title={t("field.responsible")}>
              {t("field.responsible")}
            </div>
            <div class="linked-form__field__value">
              <Select
                name={`${word}[MAIN_USER]`}
                label={t("field.responsible")}
                className="users-select-row linked-form__select"
                selected={form.value(`${word}[MAIN_USER]`)}
                items={users.map(({ id, name }) => ({ id, option: name }))}
              />
            </div>
          </div>
          {entity === "leads" && <Budget lead={row as Lead | null} form={form} />}
          {entity === "customers" && <Purchase customer={row as Customer | null} form={form} />}
          {ofMain.map((field) => (
            <FieldRow key={field.id} field={field} row={row} saved={form.saved} />
          ))}
        </FieldGroup>
        {ownGroups.map((group) => (
          <FieldGroup key={group.id} id={group.id} isOpen={tab === group.id}>
            {fields
              .filter(({ group_id }) => group_id === group.id)
              .map((field) => (
                <FieldRow key={field.id} field={field} row={row} saved={form.saved} />
              ))}
          </FieldGroup>
        ))}
      </form>
      {tab === "statistic" && row !== null && <CardStats entity={entity} row={row} />}
      {widgets.map((widget) => (
        <CardTab
          key={widget.code}
          widget={widget}
          entity={entity}
          id={row?.id ?? 0}
          isOpen={tab === `widget_${widget.code}`}
        />
      ))}
      <div class={tab === "default" ? "" : "hidden"}>
        <LinkedForms entity={entity} id={row?.id ?? 0} />
      </div>
      <SaveBar entity={entity} row={row} form={form} />
    </div>
  );
}

interface FieldGroupProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly children: ComponentChildren;
}

/** The fields of a tab. Widgets find it by the whole text of its class as well, so a hidden one is told by its style. */
function FieldGroup({ id, isOpen, children }: FieldGroupProps) {
  return (
    <div
      class="linked-forms__group-wrapper linked-forms__group-wrapper_main js-cf-group-wrapper"
      data-id={id}
      style={{ display: isOpen ? "" : "none" }}
    >
      <div class={id === "default" ? "card-entity-form__main-fields js-card-main-fields" : undefined}>
        <div class="card-cf-table-main-entity card-fields__group">{children}</div>
      </div>
    </div>
  );
}

function Budget({ lead, form }: { lead: Lead | null; form: CardForm }) {
  const { t, model } = useCrm();
  const value = form.saved["lead[PRICE]"] as string;
  return (
    <div class="linked-form__field linked-form__field-budget" data-id="price">
      <div class="linked-form__field__label" title={t("field.price")}>
        {t("field.price")}
      </div>
      <div class="linked-form__field__value linked-form__field__value_money">
        <input
          type="text"
          key={`${lead?.id}:${value}`}
          id="lead_card_budget"
          class="linked-form__cf text-input card-budget__input"
          name="lead[PRICE]"
          inputMode="decimal"
          autocomplete="off"
          placeholder="0"
          aria-label={t("field.price")}
          defaultValue={value}
        />
        <span class="linked-form__currency">{model.account.currency_symbol}</span>
      </div>
    </div>
  );
}

function Purchase({ customer, form }: { customer: Customer | null; form: CardForm }) {
  const { t, model } = useCrm();
  return (
    <>
      {(["NEXT_PRICE", "NEXT_DATE"] as const).map((name) => (
        <div key={name} class="linked-form__field" data-id={name.toLowerCase()}>
          <div class="linked-form__field__label">
            {t(name === "NEXT_PRICE" ? "field.next_price" : "field.next_date")}
          </div>
          <div class="linked-form__field__value">
            <input
              type="text"
              key={`${customer?.id}:${String(form.saved[`customer[${name}]`])}`}
              class={`linked-form__cf text-input${name === "NEXT_DATE" ? " date_field" : ""}`}
              name={`customer[${name}]`}
              autocomplete="off"
              placeholder={name === "NEXT_DATE" ? t("field.date_pattern") : "0"}
              aria-label={t(name === "NEXT_PRICE" ? "field.next_price" : "field.next_date")}
              defaultValue={form.saved[`customer[${name}]`] as string}
            />
            {name === "NEXT_PRICE" && (
              <span class="linked-form__currency">{model.account.currency_symbol}</span>
            )}
          </div>
        </div>
      ))}
    </>
  );
}
