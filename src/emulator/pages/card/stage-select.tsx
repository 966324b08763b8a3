import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../components/icon";
import { useCrm, useModel } from "../crm";
import { listStatuses, type CardRow } from "../forms/card-form";
import type { CardForm } from "./use-card-form";

/** Pipeline and stage of a lead. The choice goes into the form; it is stored with it. */
export function StageSelect({ form, row }: { form: CardForm; row: CardRow | null }) {
  const { t, host, window } = useCrm();
  const [opened, setOpened] = useState(false);
  const wrapper = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLInputElement>(null);
  const pipeline = useRef<HTMLInputElement>(null);
  const statusId = Number(form.value("lead[STATUS]"));
  const pipelineId = Number(form.value("lead[PIPELINE_ID]"));
  const pipelines = useModel((view) =>
    [...view.tables.pipelines.all()]
      .filter(({ is_archive }) => !is_archive)
      .sort((a, b) => a.sort - b.sort)
      .map((one) => ({ ...one, stages: listStatuses(view, one.id) })),
  );
  const current = pipelines.find(({ id }) => id === pipelineId);
  const stage = current?.stages.find(({ id }) => id === statusId);
  const position = current?.stages.findIndex(({ id }) => id === statusId) ?? -1;

  useLayoutEffect(() => {
    if (!opened) return;
    const close = (event: Event) => {
      if (!wrapper.current?.contains(event.target as Node)) setOpened(false);
    };
    window.document.addEventListener("mousedown", close);
    return () => window.document.removeEventListener("mousedown", close);
  }, [opened, window]);

  const choose = (nextPipeline: number, nextStatus: number) => {
    setOpened(false);
    if (pipeline.current === null || status.current === null) return;
    pipeline.current.value = String(nextPipeline);
    status.current.value = String(nextStatus);
    host.$(pipeline.current).trigger("change");
    host.$(status.current).trigger("change");
    if (host.card === null) return;
    host.$(window.document).trigger("pipeline:status:changed", [nextStatus]);
  };

  return (
    <div
      ref={wrapper}
      class={`pipeline-select card-pipeline${opened ? " expanded" : ""}`}
      onKeyDown={(event) => event.key === "Escape" && setOpened(false)}
    >
      <input
        ref={pipeline}
        key={`p${String(form.saved["lead[PIPELINE_ID]"])}:${row?.id}`}
        type="hidden"
        name="lead[PIPELINE_ID]"
        defaultValue={form.saved["lead[PIPELINE_ID]"] as string}
      />
      <input
        ref={status}
        key={`s${String(form.saved["lead[STATUS]"])}:${row?.id}`}
        type="hidden"
        name="lead[STATUS]"
        defaultValue={form.saved["lead[STATUS]"] as string}
      />
      <button
        type="button"
        class="card-pipeline__button"
        aria-expanded={opened}
        aria-haspopup="listbox"
        aria-label={`${t("field.stage")}: ${current?.name ?? ""}, ${stage?.name ?? ""}`}
        onClick={() => setOpened(!opened)}
      >
        <span class="card-pipeline__names">
          <span class="card-pipeline__stage">{stage?.name ?? t("card.no_stage")}</span>
          <span class="card-pipeline__pipeline">{current?.name}</span>
        </span>
        <Icon name="down" small />
      </button>
      <div class="card-pipeline__bar" aria-hidden="true">
        {current?.stages
          .filter(({ type, id }) => type === 0 && id !== 143)
          .map((one, index, shown) => (
            <span
              key={one.id}
              class="card-pipeline__step"
              style={{
                background:
                  index <= shown.findIndex(({ id }) => id === statusId) || (statusId === 143 && position >= 0)
                    ? (stage?.color ?? "")
                    : undefined,
              }}
            />
          ))}
      </div>
      {opened && (
        <ul class="pipeline-select__dropdown custom-scroll" role="listbox" aria-label={t("field.stage")}>
          {pipelines.map((one) => (
            <li key={one.id} role="presentation">
              <div class="pipeline-select__caption">{one.name}</div>
              <ul class="pipeline-select__items" role="group" aria-label={one.name}>
                {one.stages.map((item) => (
                  <li key={item.id} class="pipeline-select__dropdown__item" role="presentation">
                    <button
                      type="button"
                      role="option"
                      aria-selected={item.id === statusId && one.id === pipelineId}
                      class="pipeline-select__dropdown__item__label"
                      data-status-id={item.id}
                      data-pipeline-id={one.id}
                      onClick={() => choose(one.id, item.id)}
                    >
                      <span class="pipeline-select__color" style={{ background: item.color }} />
                      {item.name}
                    </button>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
