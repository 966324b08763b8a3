import { useState } from "preact/hooks";
import type { EntityType } from "../../model/entities";
import { PageTop } from "../chrome/page-top";
import { Icon } from "../components/icon";
import { Menu } from "../components/menu";
import { useCrm, useModel } from "../crm";
import { exportRows } from "./export-rows";
import { FilterPanel } from "./filter-panel";
import { readListAddress, writeListAddress } from "./list-address";

const titles = {
  leads: "list.leads",
  contacts: "list.contacts",
  companies: "list.companies",
  customers: "list.customers",
} as const;
const counts = {
  leads: "list.count_leads",
  contacts: "list.count_contacts",
  companies: "list.count_companies",
  customers: "list.count_customers",
} as const;
const adds = {
  leads: "list.new_lead",
  contacts: "list.new_contact",
  companies: "list.new_company",
  customers: "list.new_customer",
} as const;

interface ListTopProps {
  readonly entity: EntityType;
  readonly url: string;
  readonly total: number;
  readonly view?: "list" | "board";
  readonly title?: string;
  readonly children?: preact.ComponentChildren;
}

/** The bar of a list or a board: views, search and filter, how many there are, and what can be added. */
export function ListTop({ entity, url, total, view = "list", title, children }: ListTopProps) {
  const crm = useCrm();
  const { t, navigate } = crm;
  const address = readListAddress(url);
  // A board of leads counts whole stages; what is searched for is shown as a list.
  const searched = entity === "leads" && view === "board" ? "/leads/list/" : url;
  const [isFiltering, setFiltering] = useState(false);
  const pipeline = useModel((model) => {
    const all = [...model.tables.pipelines.all()];
    return (all.find(({ is_main }) => is_main) ?? all[0])?.id;
  });
  const hasBoard = entity === "leads" || entity === "customers";
  return (
    <PageTop
      title={title ?? t(titles[entity])}
      preset={
        <>
          {children}
          {hasBoard && (
            <nav class="list-top-nav" aria-label={t("list.views")}>
              <a
                class={`list-top-nav__icon-button js-navigate-link${view === "board" ? " list-top-nav__icon-button_active" : ""}`}
                href={entity === "leads" ? `/leads/pipeline/${pipeline ?? ""}/` : "/customers/pipeline/"}
                title={t("list.as_board")}
                aria-label={t("list.as_board")}
                aria-current={view === "board" ? "page" : undefined}
              >
                <Icon name="kanban" />
              </a>
              <a
                class={`list-top-nav__icon-button js-navigate-link${view === "list" ? " list-top-nav__icon-button_active" : ""}`}
                href={`/${entity}/list/`}
                title={t("list.as_list")}
                aria-label={t("list.as_list")}
                aria-current={view === "list" ? "page" : undefined}
              >
                <Icon name="list" />
              </a>
            </nav>
          )}
        </>
      }
      buttons={
        <>
          <Menu
            label={t("common.more")}
            buttonClass="button-input_icon button-input-more"
            items={[
              {
                id: "list_export",
                text: t("list.export"),
                icon: <Icon name="download" small />,
                run: () => exportRows(crm, entity),
              },
              ...(entity === "leads"
                ? [
                    {
                      id: "list_automation",
                      text: t("settings.automation"),
                      icon: <Icon name="flash" small />,
                      href: `/settings/pipeline/leads/${pipeline ?? ""}/`,
                    },
                  ]
                : []),
            ]}
          >
            <span class="button-input-more-inner">
              <Icon name="dots" small />
            </span>
          </Menu>
          {view === "board" && (
            <a
              class="button-input js-navigate-link"
              href={`/settings/pipeline/${entity}/${entity === "leads" && pipeline !== undefined ? `${pipeline}/` : ""}`}
            >
              <span class="button-input-inner">
                <Icon name="flash" small /> {t("settings.automate")}
              </span>
            </a>
          )}
          <a class="button-input button-input_blue js-navigate-link" href={`/${entity}/detail/add/`}>
            <span class="button-input-inner">
              <Icon name="plus" small /> {t(adds[entity])}
            </span>
          </a>
        </>
      }
    >
      <div class="list-top-search js-list-search">
        <form
          class="list-top-search__form"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            const input = event.currentTarget.querySelector("input");
            void navigate(writeListAddress(searched, { query: input?.value.trim() ?? "" }));
          }}
        >
          <Icon name="search" small />
          <input
            key={address.query}
            id="search_input"
            class="list-top-search__input"
            type="search"
            placeholder={t("list.search")}
            aria-label={t("list.search")}
            defaultValue={address.query}
            onFocus={() => setFiltering(true)}
          />
          {address.filter.length > 0 && (
            <button
              type="button"
              class="list-top-search__filters"
              title={t("filter.reset")}
              onClick={() => void navigate(writeListAddress(url, { filter: [] }))}
            >
              {t.plural("filter.active", address.filter.length)} ×
            </button>
          )}
        </form>
        <span class="list-top-search__count">{t.plural(counts[entity], total)}</span>
        {isFiltering && <FilterPanel entity={entity} url={searched} onClose={() => setFiltering(false)} />}
      </div>
    </PageTop>
  );
}
