import type { PageList } from "../../model/wire";
import { Select } from "../components/controls";
import { Icon } from "../components/icon";
import { useCrm } from "../crm";
import { limits, writeListAddress } from "./list-address";

/** Steps through the pages of a list, and says how long a page is. */
export function Pagination({ list, url }: { list: PageList; url: string }) {
  const { t, format, navigate } = useCrm();
  const first = (list.page - 1) * list.limit + 1;
  const last = Math.min(list.total, first + list.ids.length - 1);
  return (
    <div class="list__pagination pagination" role="navigation" aria-label={t("list.pages")}>
      <span class="pagination__range">
        {t("list.range", {
          first: format.number(first),
          last: format.number(last),
          total: format.number(list.total),
        })}
      </span>
      <div class="pagination-pages">
        <PageLink url={url} page={list.page - 1} isOff={list.page <= 1} label={t("list.previous_page")}>
          <Icon name="left" small />
        </PageLink>
        {nearPages(list.page, list.pages).map((page, index) =>
          page === null ? (
            <span key={`gap${index}`} class="pagination__gap">
              …
            </span>
          ) : (
            <PageLink
              key={page}
              url={url}
              page={page}
              isCurrent={page === list.page}
              label={t("list.page", { page })}
            >
              {format.number(page)}
            </PageLink>
          ),
        )}
        <PageLink url={url} page={list.page + 1} isOff={list.page >= list.pages} label={t("list.next_page")}>
          <Icon name="right" small />
        </PageLink>
      </div>
      <Select
        name="page_limit"
        label={t("list.rows_a_page")}
        className="pagination__limit"
        selected={list.limit}
        items={limits.map((limit) => ({ id: limit, option: t("list.rows", { count: limit }) }))}
        onChange={(limit) => void navigate(writeListAddress(url, { limit: Number(limit) }))}
      />
    </div>
  );
}

interface PageLinkProps {
  readonly url: string;
  readonly page: number;
  readonly label: string;
  readonly isCurrent?: boolean;
  readonly isOff?: boolean;
  readonly children: preact.ComponentChildren;
}

function PageLink({ url, page, label, isCurrent = false, isOff = false, children }: PageLinkProps) {
  if (isOff) return <span class="pagination-link pagination-link_off">{children}</span>;
  return (
    <a
      class={`pagination-link js-pagination-link js-navigate-link${isCurrent ? " pagination-link_current" : ""}`}
      href={writeListAddress(url, { page })}
      aria-label={label}
      aria-current={isCurrent ? "page" : undefined}
    >
      {children}
    </a>
  );
}

/** First, last and the pages around the present one; null is a gap. */
export function nearPages(page: number, pages: number): (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((one) => one >= 1 && one <= pages)
    .sort((a, b) => a - b);
  return shown.flatMap((one, index) => {
    const before = shown[index - 1];
    if (before === undefined || one - before === 1) return [one];
    return one - before === 2 ? [one - 1, one] : [null, one];
  });
}
