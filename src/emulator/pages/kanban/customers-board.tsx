import { customerPeriods } from "../../model/customer-periods";
import type { Customer } from "../../model/entities";
import { useCrm, useModel, useStore } from "../crm";
import { readCellFacts } from "../list/columns";
import { ListTop } from "../list/list-top";
import { useFigures } from "../use-figures";
import { BoardColumn } from "./board-column";

/** Customers by when their next purchase is expected. */
export function CustomersBoard() {
  const { t, format, page } = useCrm();
  const { url, periods } = useStore(page);
  const showMore = useFigures(["customers", "links"]);
  const columns = useModel((model) =>
    (periods ?? []).map((column) => ({
      ...column,
      stage: customerPeriods.find(({ code }) => code === column.period),
      customers: column.ids
        .flatMap((id) => model.tables.customers.get(id) ?? [])
        .filter(({ is_deleted }) => !is_deleted),
    })),
  );
  const language = useModel((model) => model.account.language);
  const total = columns.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <ListTop entity="customers" url={url} total={total} view="board" />
      <div class="pipeline_wrapper custom-scroll" id="list_page_holder">
        <div class="pipeline_holder" id="pipeline_holder">
          {columns.map(({ period, stage, count, money, ids, customers }) => (
            <BoardColumn
              key={period}
              id={period}
              name={stage?.names[language] ?? ""}
              color={stage?.color ?? ""}
              info={`${t.plural("list.count_customers", count)}: ${format.money(money)}`}
              hidden={count - ids.length}
              onMore={() => showMore(period, ids.length)}
            >
              {customers.map((customer) => (
                <CustomerTile key={customer.id} customer={customer} />
              ))}
            </BoardColumn>
          ))}
        </div>
      </div>
    </>
  );
}

function CustomerTile({ customer }: { customer: Customer }) {
  const { format } = useCrm();
  const facts = useModel((model) => readCellFacts(model, "customers", customer));
  return (
    <article class="pipeline_leads__item" id={`pipeline_item_${customer.id}`} data-id={customer.id}>
      <div class="pipeline_leads__top">
        <span class="pipeline_leads__linked-entities h-text-overflow">{facts.mainContact?.name}</span>
        <time class="pipeline_leads__lead-date">
          {customer.next_date === 0 ? "" : format.shortDate(customer.next_date)}
        </time>
      </div>
      <a class="pipeline_leads__lead-title js-navigate-link" href={`/customers/detail/${customer.id}`}>
        <span class="pipeline_leads__title-text">{customer.name}</span>
      </a>
      <div class="pipeline_leads__foot">
        <span class="pipeline_leads__price">{format.money(customer.next_price)}</span>
      </div>
    </article>
  );
}
