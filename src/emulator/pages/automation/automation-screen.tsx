import { customersPipeline } from "../../model/customer-periods";
import type { StageAction } from "../../model/entities";
import { PageTop } from "../chrome/page-top";
import { Button } from "../components/controls";
import { Icon } from "../components/icon";
import { Menu } from "../components/menu";
import { useCrm, useModel, useStore } from "../crm";
import { hasLocation } from "../../model/read-text";
import { ActionTile, type Stage } from "./action-tile";
import { AddAction } from "./add-action";
import { listBoards, listStages } from "./list-boards";
import { SourcesColumn } from "./sources-column";

/** The automation of a pipeline, or of customers: a column a stage, in them the actions of widgets. */
export function AutomationScreen() {
  const crm = useCrm();
  const { t } = crm;
  const { route } = useStore(crm.page);
  const { boards, board, stages, actions, widgets } = useModel((model) => {
    const boards = listBoards(model, t);
    const id = route.entity === "customers" ? customersPipeline : route.id;
    const board = boards.find((one) => one.id === id) ?? boards[0];
    return {
      boards,
      board,
      stages: board === undefined ? [] : listStages(model, board.id),
      actions: model.tables.stage_actions.filter((action) => action.pipeline_id === board?.id),
      widgets: model.tables.widgets.filter(
        (widget) =>
          widget.is_active && widget.status !== "install" && hasLocation(widget, "digital_pipeline"),
      ),
    };
  });
  const editing = useStore(crm.editing);
  const setEditing = crm.editing.set;
  const addAction = (stage: Stage) =>
    crm.openModal(
      (close) => (
        <AddAction
          widgets={widgets}
          onChoose={(code) => {
            close();
            setEditing({ kind: "new", status: stage.id, widget: code });
          }}
        />
      ),
      "digital-pipeline__add-modal",
    );

  return (
    <div id="work_area" class="work-area digital-pipeline" data-pipeline-id={board?.id}>
      <PageTop
        title={t("automation.title")}
        preset={
          <Menu
            label={t("automation.pipeline")}
            buttonClass="button-input_small"
            wrapperClass="crm-menu_left"
            items={boards.map((one) => ({ id: `pipeline_${one.id}`, text: one.name, href: one.settings }))}
          >
            <span>{board?.name}</span> <Icon name="down" small />
          </Menu>
        }
        buttons={
          <a class="button-input js-navigate-link" href={board?.href ?? "/leads/pipeline/"}>
            <span class="button-input-inner">{t("automation.to_board")}</span>
          </a>
        }
      />
      <div class="digital-pipeline__board custom-scroll" id="list_page_holder">
        <div class="digital-pipeline__columns">
          {route.entity !== "customers" && (
            <SourcesColumn pipelineId={board?.id ?? 0} isOpen={route.screen === "sources"} />
          )}
          {stages.map((stage) => (
            <section
              key={stage.id}
              class={`digital-pipeline__column${stage.type === 1 ? " digital-pipeline__column_incoming" : ""}`}
              data-id={stage.id}
              aria-label={stage.name}
            >
              <h3 class="digital-pipeline__status" style={{ "--stage": stage.color }} title={stage.name}>
                {stage.name}
              </h3>
              <div class="digital-pipeline__items">
                {actions
                  .filter((action) => action.status_id === stage.id)
                  .map((action) => (
                    <ActionTile
                      key={action.id}
                      action={action}
                      stages={stages}
                      isOpen={editing?.kind === "action" && editing.id === action.id}
                      onOpen={() => setEditing({ kind: "action", id: action.id })}
                      onClose={() => setEditing(null)}
                    />
                  ))}
                {editing?.kind === "new" && editing.status === stage.id && (
                  <ActionTile
                    key="new"
                    action={draft(editing.widget, stage)}
                    stages={stages}
                    isOpen
                    onOpen={() => undefined}
                    onClose={() => setEditing(null)}
                  />
                )}
                <Button
                  className="digital-pipeline__add button-cancel js-add-trigger"
                  onClick={() => addAction(stage)}
                >
                  + {t("automation.add")}
                </Button>
              </div>
            </section>
          ))}
        </div>
      </div>
    </div>
  );
}

/** An action that is not stored yet. */
function draft(widget: string, stage: Stage): StageAction {
  return {
    id: 0,
    pipeline_id: stage.pipeline_id,
    status_id: stage.id,
    widget_code: widget,
    settings: {},
    trigger: stage.pipeline_id === customersPipeline ? "customer_period_changed" : "lead_status_changed",
    last_status_id: null,
    created_at: 0,
  };
}
