import type { Customer, EntityType, Lead } from "../../model/entities";
import { ContactMenu } from "../card/contact-values";
import { Icon } from "../components/icon";
import { useCrm, useModel } from "../crm";
import type { CardRow } from "../forms/card-form";
import { columns, readCellFacts, type CellFacts, type Column } from "./columns";
import { readListAddress, writeListAddress } from "./list-address";
import { TickAllCell, TickCell } from "./tick-cells";
import type { Selection } from "./use-selection";

interface ListTableProps {
  readonly entity: EntityType;
  readonly ids: readonly number[];
  readonly url: string;
  readonly selection: Selection;
}

/** The rows of a list, in the markup that widgets look for (`#list_table`, `.js-list-row`). */
export function ListTable({ entity, ids, url, selection }: ListTableProps) {
  const { t, navigate } = useCrm();
  const shown = columns[entity];
  const rows = useModel((model) =>
    ids.flatMap((id) => {
      const row = model.tables[entity].get(id);
      return row === undefined || row.is_deleted ? [] : [{ row, facts: readCellFacts(model, entity, row) }];
    }),
  );
  const { order } = readListAddress(url);

  const sort = (column: string) =>
    navigate(
      writeListAddress(url, {
        order: {
          column,
          direction: order?.column === column && order.direction === "asc" ? "desc" : "asc",
        },
      }),
    );

  return (
    <div class="list__table__holder js-scroll-container custom-scroll">
      <div class={`list__table js-hs-scroller list__table_${entity}`} id="list_table" role="table">
        <div class="list-row list-row-head js-list-row-head" id="list_head" role="row">
          <TickAllCell selection={selection} count={rows.length} />
          {shown.map((column) => (
            <div
              key={column.code}
              role="columnheader"
              aria-sort={
                column.order !== undefined && order?.column === column.order
                  ? order.direction === "asc"
                    ? "ascending"
                    : "descending"
                  : undefined
              }
              class={`list-row__cell list-row__cell-head cell-head js-cell-head js-resizable-cell list-row__cell-${column.code.toLowerCase()} list-row__cell_${column.kind}`}
              data-field-code={column.code}
            >
              {column.order === undefined ? (
                <span class="cell-head__inner cell-head__title">{t(column.text)}</span>
              ) : (
                <button
                  type="button"
                  class="cell-head__inner cell-head__sort"
                  onClick={() => void sort(column.order ?? "")}
                >
                  <span class="cell-head__title">{t(column.text)}</span>
                  {order?.column === column.order && (
                    <Icon name={order.direction === "asc" ? "up" : "down"} small />
                  )}
                </button>
              )}
            </div>
          ))}
        </div>
        {rows.map(({ row, facts }) => (
          <Row key={row.id} entity={entity} row={row} facts={facts} selection={selection} />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly entity: EntityType;
  readonly row: CardRow;
  readonly facts: CellFacts;
  readonly selection: Selection;
}

function Row({ entity, row, facts, selection }: RowProps) {
  const isTicked = selection.has(row.id);
  return (
    <div
      id={`list_item_${row.id}`}
      class={`list-row js-list-row js-pager-list-item__1${isTicked ? " list-row_selected" : ""}`}
      data-id={row.id}
      role="row"
    >
      <TickCell id={row.id} name={row.name} selection={selection} />
      {columns[entity].map((column) => (
        <div
          key={column.code}
          role="cell"
          class={`list-row__cell js-list-row__cell list-row__cell-template-${column.kind} list-row__cell-${column.code.toLowerCase()} list-row__cell_${column.kind}`}
        >
          <Cell entity={entity} column={column} row={row} facts={facts} />
        </div>
      ))}
    </div>
  );
}

function Cell({ entity, column, row, facts }: Omit<RowProps, "selection"> & { column: Column }) {
  const { format, model } = useCrm();
  switch (column.code) {
    case "NAME":
      return (
        <a
          class="list-row__cell-name__link js-navigate-link h-text-overflow"
          href={`/${entity}/detail/${row.id}`}
          title={row.name}
        >
          {row.name === "" ? `#${row.id}` : row.name}
        </a>
      );
    case "MAIN_CONTACT":
      return <CardLink entity="contacts" row={facts.mainContact} />;
    case "COMPANY_ID":
      return <CardLink entity="companies" row={facts.company} />;
    case "PHONE":
      return <ContactCell kind="phone" values={facts.phones} />;
    case "EMAIL":
      return <ContactCell kind="email" values={facts.emails} />;
    case "STATUS": {
      const lead = row as Lead;
      const stage = model.tables.statuses.get(`${lead.pipeline_id}:${lead.status_id}`);
      return (
        <span class="crm-stage-label" style={{ "--stage": stage?.color }}>
          <span class="h-text-overflow">{stage?.name ?? "…"}</span>
        </span>
      );
    }
    case "MAIN_USER":
      return <span class="h-text-overflow">{model.tables.users.get(row.responsible_user_id)?.name}</span>;
    case "PRICE":
      return <>{format.money((row as Lead).price)}</>;
    case "NEXT_PRICE":
      return <>{format.money((row as Customer).next_price)}</>;
    case "NEXT_DATE": {
      const time = (row as Customer).next_date;
      return <>{time === 0 ? "" : format.shortDate(time)}</>;
    }
    case "PURCHASES":
      return <>{format.number((row as Customer).purchases_count)}</>;
    default:
      return <>{format.shortDate(column.code === "DATE_CREATE" ? row.created_at : row.updated_at)}</>;
  }
}

function CardLink({ entity, row }: { entity: EntityType; row: CardRow | undefined }) {
  if (row === undefined) return null;
  return (
    <a
      class="js-navigate-link h-text-overflow list-row__link"
      href={`/${entity}/detail/${row.id}`}
      title={row.name}
    >
      {row.name}
    </a>
  );
}

function ContactCell({ kind, values }: { kind: "phone" | "email"; values: readonly string[] }) {
  const value = values[0];
  if (value === undefined) return null;
  return (
    <span class={`list-row__contact control-${kind}`}>
      <span class="h-text-overflow" title={values.join(", ")}>
        {value}
      </span>
      <ContactMenu kind={kind} value={value} />
    </span>
  );
}
