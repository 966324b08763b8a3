import type { EntityType } from "../../model/entities";
import { useCrm, useModel } from "../crm";
import type { CardRow } from "../forms/card-form";

/** The statistics tab: what the card's life looks like in numbers. */
export function CardStats({ entity, row }: { entity: EntityType; row: CardRow }) {
  const { t, format } = useCrm();
  const facts = useModel((model) => {
    const tasks = model.tasksOf(entity, row.id);
    const notes = model.notesOf(entity, row.id);
    return [
      [t("stats.age"), format.number(Math.max(0, Math.floor((model.now() - row.created_at) / 86_400)))],
      [t("stats.created"), format.dateTime(row.created_at)],
      [t("stats.updated"), format.dateTime(row.updated_at)],
      [t("stats.created_by"), model.tables.users.get(row.created_by)?.name ?? t("feed.robot")],
      [t("stats.notes"), format.number(notes.length)],
      [
        t("stats.calls"),
        format.number(notes.filter(({ note_type }) => note_type.startsWith("call_")).length),
      ],
      [t("stats.open_tasks"), format.number(tasks.filter(({ is_completed }) => !is_completed).length)],
      [t("stats.done_tasks"), format.number(tasks.filter(({ is_completed }) => is_completed).length)],
    ] as const;
  });
  return (
    <dl class="card-stats card-fields__group">
      {facts.map(([name, value]) => (
        <div key={name} class="linked-form__field">
          <dt class="linked-form__field__label">{name}</dt>
          <dd class="linked-form__field__value linked-form__plain">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
