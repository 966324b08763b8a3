import { useState } from "preact/hooks";
import type { Lead, Status } from "../../model/entities";
import { describeDeadline } from "../card/feed-task";
import { Icon } from "../components/icon";
import { Menu } from "../components/menu";
import { useCrm, useModel, useStore } from "../crm";
import { listStatuses } from "../forms/card-form";
import { readCellFacts } from "../list/columns";
import { ListTop } from "../list/list-top";
import { useFigures } from "../use-figures";
import { BoardColumn } from "./board-column";
import { CustomersBoard } from "./customers-board";

/** The board of a pipeline: a column a stage, in them its leads. */
export function KanbanScreen() {
  const { page } = useCrm();
  const { route } = useStore(page);
  return route.entity === "customers" ? <CustomersBoard /> : <LeadsBoard />;
}

function LeadsBoard() {
  const { t, format, page, model, attempt } = useCrm();
  const { route, board, url } = useStore(page);
  const showMore = useFigures(["leads", "links", "statuses", "tasks"]);
  const [dragged, setDragged] = useState<number | null>(null);
  const ids = (board ?? []).flatMap((column) => column.ids);
  const { pipelines, stages, leads } = useModel((view) => ({
    pipelines: [...view.tables.pipelines.all()].filter(({ is_archive }) => !is_archive),
    stages: listStatuses(view, route.id ?? 0),
    leads: ids.flatMap((id) => view.tables.leads.get(id) ?? []),
  }));
  const pipeline = pipelines.find(({ id }) => id === route.id);
  const columns = stages.map((stage) => {
    const column = board?.find(({ status_id }) => status_id === stage.id);
    const before = new Set(column?.ids);
    // A lead that is dragged changes its column at once; the server's figures follow.
    const isHere = (lead: Lead) =>
      lead.pipeline_id === route.id && lead.status_id === stage.id && !lead.is_deleted;
    const shown = leads.filter(isHere);
    const came = shown.filter(({ id }) => !before.has(id));
    const left = leads.filter((lead) => before.has(lead.id) && !isHere(lead));
    return {
      stage,
      leads: shown,
      count: (column?.count ?? 0) - left.length + came.length,
      money: (column?.money ?? 0) - sumOf(left) + sumOf(came),
    };
  });
  const total = columns.reduce((sum, { count }) => sum + count, 0);
  const drop = (stage: Status) => {
    if (dragged === null) return;
    setDragged(null);
    if (model.tables.leads.get(dragged)?.status_id === stage.id) return;
    void attempt(() =>
      model.perform("moveLead", { id: dragged, status_id: stage.id, pipeline_id: stage.pipeline_id }),
    );
  };

  return (
    <>
      <ListTop entity="leads" url={url} total={total} view="board" title={pipeline?.name}>
        <Menu
          label={t("automation.pipeline")}
          buttonClass="button-input_icon button-cancel"
          wrapperClass="crm-menu_left"
          items={pipelines.map((one) => ({
            id: `board_${one.id}`,
            text: one.name,
            href: `/leads/pipeline/${one.id}/`,
          }))}
        >
          <Icon name="down" small />
        </Menu>
      </ListTop>
      <div class="pipeline_wrapper custom-scroll" id="list_page_holder">
        <div class="pipeline_holder" id="pipeline_holder">
          {columns.map(({ stage, leads: shown, count, money }) => (
            <BoardColumn
              key={stage.id}
              id={stage.id}
              name={stage.name}
              color={stage.color}
              info={`${t.plural("list.count_leads", count)}: ${format.money(money)}`}
              hidden={Math.max(0, count - shown.length)}
              onMore={() => showMore(String(stage.id), shown.length)}
              onDrop={dragged === null ? null : () => drop(stage)}
            >
              {shown.map((lead) => (
                <LeadTile
                  key={lead.id}
                  lead={lead}
                  onDrag={(isDragged) => setDragged(isDragged ? lead.id : null)}
                />
              ))}
            </BoardColumn>
          ))}
        </div>
      </div>
    </>
  );
}

function LeadTile({ lead, onDrag }: { lead: Lead; onDrag(isDragged: boolean): void }) {
  const { t, format } = useCrm();
  const { facts, tags, task, now } = useModel((model) => ({
    facts: readCellFacts(model, "leads", lead),
    tags: lead.tag_ids.flatMap((id) => model.tables.tags.get(id) ?? []),
    task: model
      .tasksOf("leads", lead.id)
      .filter(({ is_completed }) => !is_completed)
      .sort((a, b) => a.complete_till - b.complete_till)[0],
    now: model.now(),
  }));
  const owner = facts.mainContact ?? facts.company;
  return (
    <article
      class="pipeline_leads__item"
      id={`pipeline_item_${lead.id}`}
      data-id={lead.id}
      draggable
      onDragStart={(event) => {
        event.dataTransfer?.setData("text/plain", String(lead.id));
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
    >
      <div class="pipeline_leads__top">
        {owner !== undefined && (
          <a
            class="pipeline_leads__linked-entities js-navigate-link h-text-overflow"
            href={`/${owner === facts.mainContact ? "contacts" : "companies"}/detail/${owner.id}`}
          >
            {owner.name}
          </a>
        )}
        <time class="pipeline_leads__lead-date">{format.shortDate(lead.created_at)}</time>
      </div>
      <a
        class="pipeline_leads__lead-title js-navigate-link"
        href={`/leads/detail/${lead.id}`}
        title={lead.name}
      >
        <span class="pipeline_leads__title-text">{lead.name === "" ? `#${lead.id}` : lead.name}</span>
      </a>
      <div class="pipeline_leads__foot">
        <span class="pipeline_leads__price">{lead.price === 0 ? "" : format.money(lead.price)}</span>
        {task === undefined ? (
          <span class="pipeline_leads__task pipeline_leads__task_none">{t("kanban.no_task")}</span>
        ) : (
          <span
            class={`pipeline_leads__task${task.complete_till < now ? " pipeline_leads__task_overdue" : ""}`}
            title={task.text}
          >
            {describeDeadline(task, format)}
          </span>
        )}
      </div>
      {tags.length > 0 && (
        <div class="pipeline_leads__tags">
          {tags.map((tag) => (
            <span key={tag.id} class="pipeline_leads__tag-item">
              {tag.name}
            </span>
          ))}
        </div>
      )}
    </article>
  );
}

function sumOf(leads: readonly Lead[]): number {
  return leads.reduce((sum, { price }) => sum + price, 0);
}
