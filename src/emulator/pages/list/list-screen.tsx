import { useStore, useCrm } from "../crm";
import { Icon } from "../components/icon";
import { ListFrame } from "./list-frame";
import { ListTable } from "./list-table";
import { ListTop } from "./list-top";
import { MassActions } from "./mass-actions";
import { Pagination } from "./pagination";
import { useSelection } from "./use-selection";

/** The list of leads, contacts, companies or customers. */
export function ListScreen() {
  const { t, page } = useCrm();
  const { route, list, url } = useStore(page);
  const selection = useSelection();
  const entity = route.entity ?? "leads";
  const ids = list?.ids ?? [];
  return (
    <>
      {selection.ids.length === 0 ? (
        <ListTop entity={entity} url={url} total={list?.total ?? 0} />
      ) : (
        <MassActions entity={entity} selection={selection} />
      )}
      <ListFrame className={`list-${entity}`}>
        {ids.length === 0 ? (
          <div class="crm-empty">
            <Icon name="search" />
            <p class="crm-empty__title">{t("list.nothing_found")}</p>
            <p>{t("list.nothing_hint")}</p>
          </div>
        ) : (
          <ListTable entity={entity} ids={ids} url={url} selection={selection} />
        )}
      </ListFrame>
      {list !== null && list.total > 0 && <Pagination list={list} url={url} />}
    </>
  );
}
