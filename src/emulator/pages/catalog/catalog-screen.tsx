import type { CatalogElement, CustomField } from "../../model/entities";
import { PageTop } from "../chrome/page-top";
import { Button } from "../components/controls";
import { Icon } from "../components/icon";
import { Menu } from "../components/menu";
import { useCrm, useModel, useStore } from "../crm";
import { describeValues } from "../forms/field-form";
import { ListFrame } from "../list/list-frame";
import { Pagination } from "../list/pagination";
import { readListAddress, writeListAddress } from "../list/list-address";
import { TickAllCell, TickCell } from "../list/tick-cells";
import { useSelection } from "../list/use-selection";
import { ElementActions } from "./element-actions";
import { openElement } from "./open-element";

/** A list of the account's own (Kommo: Lists SDK): its elements, and the card of each. */
export function CatalogScreen() {
  const crm = useCrm();
  const { t, format } = crm;
  const { route, list, url } = useStore(crm.page);
  const selection = useSelection();
  const catalogId = route.id ?? 0;
  const { catalog, catalogs, fields, rows } = useModel((model) => ({
    catalog: model.tables.catalogs.get(catalogId),
    catalogs: [...model.tables.catalogs.all()],
    fields: model.tables.custom_fields
      .filter((field) => field.catalog_id === catalogId)
      .sort((a, b) => a.sort - b.sort)
      .slice(0, 5),
    rows: (list?.ids ?? []).flatMap((id) => model.tables.catalog_elements.get(id) ?? []),
  }));
  const cell = (row: CatalogElement, fieldId: number) => {
    const field = fields.find(({ id }) => id === fieldId);
    const values = row.custom_fields_values.find(({ field_id }) => field_id === fieldId)?.values ?? [];
    return field === undefined ? "" : describeValues(field, values, format);
  };

  return (
    <>
      {selection.ids.length === 0 ? (
        <PageTop
          title={catalog?.name ?? t("menu.lists")}
          preset={
            catalogs.length > 1 && (
              <Menu
                label={t("menu.lists")}
                buttonClass="button-input_icon button-cancel"
                wrapperClass="crm-menu_left"
                items={catalogs.map((one) => ({
                  id: `catalog_${one.id}`,
                  text: one.name,
                  href: `/catalogs/${one.id}/`,
                }))}
              >
                <Icon name="down" small />
              </Menu>
            )
          }
          buttons={
            <Button blue onClick={() => void openElement(crm, catalogId, null)}>
              <span class="crm-button-icon">
                <Icon name="plus" small /> {t("catalog.new")}
              </span>
            </Button>
          }
        >
          <div class="list-top-search">
            <form
              class="list-top-search__form"
              role="search"
              onSubmit={(event) => {
                event.preventDefault();
                const input = event.currentTarget.querySelector("input");
                void crm.navigate(writeListAddress(url, { query: input?.value.trim() ?? "" }));
              }}
            >
              <Icon name="search" small />
              <input
                class="list-top-search__input"
                type="search"
                placeholder={t("catalog.search")}
                aria-label={t("catalog.search")}
                defaultValue={readListAddress(url).query}
              />
            </form>
            <span class="list-top-search__count">{t.plural("catalog.count", list?.total ?? 0)}</span>
          </div>
        </PageTop>
      ) : (
        <ElementActions catalog={catalogId} selection={selection} />
      )}
      <ListFrame className="list-catalogs" catalog={catalogId}>
        {rows.length === 0 ? (
          <div class="crm-empty">
            <Icon name="catalogs" />
            <p class="crm-empty__title">{t("catalog.none")}</p>
          </div>
        ) : (
          <div class="list__table__holder js-scroll-container custom-scroll">
            <div
              class={`list__table list__table_catalogs list__table_columns_${fields.length}`}
              id="list_table"
              role="table"
            >
              <div class="list-row list-row-head js-list-row-head" role="row">
                <TickAllCell selection={selection} count={rows.length} />
                <div class="list-row__cell list-row__cell-head cell-head js-cell-head" role="columnheader">
                  {t("column.name")}
                </div>
                {fields.map((field) => (
                  <div
                    key={field.id}
                    class={`list-row__cell list-row__cell-head cell-head js-cell-head${isNumber(field) ? " list-row__cell_number" : ""}`}
                    role="columnheader"
                  >
                    <span class="h-text-overflow">{field.name}</span>
                  </div>
                ))}
              </div>
              {rows.map((row) => (
                <div
                  key={row.id}
                  id={`list_item_${row.id}`}
                  class={`list-row js-list-row${selection.has(row.id) ? " list-row_selected" : ""}`}
                  data-id={row.id}
                  role="row"
                >
                  <TickCell id={row.id} name={row.name} selection={selection} />
                  <div class="list-row__cell js-list-row__cell list-row__cell-template-name" role="cell">
                    <button
                      type="button"
                      class="list-row__open js-catalog-element h-text-overflow"
                      onClick={() => void openElement(crm, catalogId, row)}
                    >
                      {row.name}
                    </button>
                  </div>
                  {fields.map((field) => (
                    <div
                      key={field.id}
                      class={`list-row__cell js-list-row__cell${isNumber(field) ? " list-row__cell_number" : ""}`}
                      role="cell"
                    >
                      <span class="h-text-overflow">{cell(row, field.id)}</span>
                    </div>
                  ))}
                </div>
              ))}
            </div>
          </div>
        )}
      </ListFrame>
      {list !== null && list.total > 0 && <Pagination list={list} url={url} />}
    </>
  );
}

function isNumber({ type }: CustomField): boolean {
  return type === "price" || type === "numeric" || type === "monetary";
}
