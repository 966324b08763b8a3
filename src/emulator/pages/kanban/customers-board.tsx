import type { Customer } from "../../model/entities";
import { useCrm, useModel, useStore } from "../crm";
import type { TextKey } from "../i18n/create-translator";
import { readCellFacts } from "../list/columns";
import { ListTop } from "../list/list-top";

interface Period {
  readonly id: string;
  readonly text: TextKey;
  readonly color: string;
  holds(customer: Customer, now: number): boolean;
}

const day = 86_400;
const periods: readonly Period[] = [
  {
    id: "overdue",
    text: "customers.overdue",
    color: "#ff8f92",
    holds: ({ next_date }, now) => next_date > 0 && next_date < now,
  },
  {
    id: "soon",
    text: "customers.soon",
    color: "#ffdc7f",
    holds: ({ next_date }, now) => next_date >= now && next_date < now + 30 * day,
  },
  {
    id: "later",
    text: "customers.later",
    color: "#98cbff",
    holds: ({ next_date }, now) => next_date >= now + 30 * day,
  },
  { id: "none", text: "customers.none", color: "#d5d8db", holds: ({ next_date }) => next_date === 0 },
];

/** Customers by when their next purchase is expected. */
export function CustomersBoard() {
  const { t, format, page } = useCrm();
  const { url, list } = useStore(page);
  const { customers, now } = useModel((model) => ({
    customers: (list?.ids ?? [])
      .flatMap((id) => model.tables.customers.get(id) ?? [])
      .filter(({ is_deleted }) => !is_deleted),
    now: model.now(),
  }));
  return (
    <>
      <ListTop entity="customers" url={url} total={list?.total ?? 0} view="board" />
      <div class="pipeline_wrapper custom-scroll" id="list_page_holder">
        <div class="pipeline_holder" id="pipeline_holder">
          {periods.map((period) => {
            const shown = customers.filter((customer) => period.holds(customer, now));
            return (
              <section
                key={period.id}
                class="pipeline_cell pipeline_status"
                data-id={period.id}
                aria-label={t(period.text)}
              >
                <header class="pipeline_status__head" style={{ "--stage": period.color }}>
                  <h3 class="pipeline_status__head_title h-text-overflow">{t(period.text)}</h3>
                  <div class="pipeline_status__head_info">
                    {t.plural("list.count_customers", shown.length)}:{" "}
                    {format.money(shown.reduce((sum, { next_price }) => sum + next_price, 0))}
                  </div>
                </header>
                <div class="pipeline_items__list custom-scroll">
                  {shown.map((customer) => (
                    <CustomerTile key={customer.id} customer={customer} />
                  ))}
                </div>
              </section>
            );
          })}
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
