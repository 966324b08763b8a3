import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { EntityType } from "../../model/entities";
import { Button, Checkbox } from "../components/controls";
import { useCrm, useModel } from "../crm";
import { listStatuses } from "../forms/card-form";
import { readListAddress, writeListAddress } from "./list-address";

type Filter = readonly (readonly [string, string])[];

/** The panel under the search: stages and people to choose from, by the names of the API's filters. */
export function FilterPanel({ entity, url, onClose }: { entity: EntityType; url: string; onClose(): void }) {
  const { t, navigate, window } = useCrm();
  const panel = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState<Filter>(readListAddress(url).filter);
  const { users, pipelines } = useModel((model) => ({
    users: model.tables.users.filter((user) => user.is_active),
    pipelines: [...model.tables.pipelines.all()].map((one) => ({
      ...one,
      stages: listStatuses(model, one.id),
    })),
  }));

  useLayoutEffect(() => {
    const close = (event: Event) => {
      const holder = panel.current?.parentElement;
      const isEscape = event instanceof window.KeyboardEvent && event.key === "Escape";
      if (isEscape || (event.type !== "keydown" && !holder?.contains(event.target as Node))) onClose();
    };
    window.document.addEventListener("mousedown", close);
    window.document.addEventListener("keydown", close);
    return () => {
      window.document.removeEventListener("mousedown", close);
      window.document.removeEventListener("keydown", close);
    };
  }, [onClose, window]);

  const chosenUsers = filter.filter(([name]) => name === "filter[responsible_user_id][]").map(([, id]) => id);
  const stages = readStages(filter);
  const toggleUser = (id: number, isOn: boolean) =>
    setFilter([
      ...filter.filter(([name, value]) => name !== "filter[responsible_user_id][]" || value !== String(id)),
      ...(isOn ? ([["filter[responsible_user_id][]", String(id)]] as const) : []),
    ]);
  const toggleStage = (key: string, isOn: boolean) => {
    const next = isOn ? [...stages, key] : stages.filter((one) => one !== key);
    setFilter([...filter.filter(([name]) => !name.startsWith("filter[statuses]")), ...writeStages(next)]);
  };
  const apply = (next: Filter) => {
    onClose();
    void navigate(writeListAddress(url, { filter: next }));
  };

  return (
    <div ref={panel} class="list-filter filter-search" role="dialog" aria-label={t("filter.title")}>
      <div class="list-filter__columns custom-scroll">
        {entity === "leads" &&
          pipelines.map((pipeline) => (
            <fieldset key={pipeline.id} class="list-filter__group">
              <legend>{pipeline.name}</legend>
              {pipeline.stages.map((stage) => (
                <Checkbox
                  key={stage.id}
                  name="filter_stage"
                  value={`${pipeline.id}:${stage.id}`}
                  label={stage.name}
                  checked={stages.includes(`${pipeline.id}:${stage.id}`)}
                  onChange={(isOn) => toggleStage(`${pipeline.id}:${stage.id}`, isOn)}
                >
                  <span class="crm-stage">
                    <span class="crm-stage__dot" style={{ background: stage.color }} />
                    {stage.name}
                  </span>
                </Checkbox>
              ))}
            </fieldset>
          ))}
        <fieldset class="list-filter__group">
          <legend>{t("field.responsible")}</legend>
          {users.map((user) => (
            <Checkbox
              key={user.id}
              name="filter_user"
              value={String(user.id)}
              label={user.name}
              checked={chosenUsers.includes(String(user.id))}
              onChange={(isOn) => toggleUser(user.id, isOn)}
            >
              {user.name}
            </Checkbox>
          ))}
        </fieldset>
      </div>
      <div class="list-filter__actions">
        <Button blue onClick={() => apply(filter)}>
          {t("filter.apply")}
        </Button>
        <Button className="button-cancel" onClick={() => apply([])}>
          {t("filter.reset")}
        </Button>
      </div>
    </div>
  );
}

/** `<pipeline>:<stage>` of each pair in the filter. */
function readStages(filter: Filter): string[] {
  const pairs = new Map<string, { pipeline?: string; status?: string }>();
  for (const [name, value] of filter) {
    const [, index = "", part] = /^filter\[statuses\]\[(\d+)\]\[(pipeline|status)_id\]$/.exec(name) ?? [];
    if (part === undefined) continue;
    pairs.set(index, { ...pairs.get(index), [part]: value });
  }
  return [...pairs.values()].map(({ pipeline, status }) => `${pipeline}:${status}`);
}

function writeStages(stages: readonly string[]): (readonly [string, string])[] {
  return stages.flatMap((key, index) => {
    const [pipeline = "", status = ""] = key.split(":");
    return [
      [`filter[statuses][${index}][pipeline_id]`, pipeline],
      [`filter[statuses][${index}][status_id]`, status],
    ] as const;
  });
}
