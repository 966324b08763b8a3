import type { Status } from "../../model/entities";
import type { Sum } from "../../model/wire";
import { useCrm, useModel } from "../crm";

interface StageBarsProps {
  readonly columns: readonly (Sum & { readonly pipeline_id: number; readonly status_id: number })[];
}

/** How many leads stand in each stage, and what they are worth; the bars are measured by the longest. */
export function StageBars({ columns }: StageBarsProps) {
  const { format } = useCrm();
  const stages = useModel((model) =>
    columns.flatMap((column): (Sum & { readonly stage: Status })[] => {
      const stage = model.tables.statuses.get(`${column.pipeline_id}:${column.status_id}`);
      return stage === undefined ? [] : [{ stage, ...column }];
    }),
  );
  const most = Math.max(1, ...stages.map(({ count }) => count));
  return (
    <>
      {stages.map(({ stage, count, money }) => (
        <div key={stage.id} class="dashboard__stage">
          <span class="dashboard__stage__name h-text-overflow" title={stage.name}>
            {stage.name}
          </span>
          <span class="dashboard__stage__bar">
            <span style={{ width: `${(count / most) * 100}%`, background: stage.color }} />
          </span>
          <span class="dashboard__stage__count">{format.number(count)}</span>
          <span class="dashboard__stage__money">{format.money(money)}</span>
        </div>
      ))}
    </>
  );
}
