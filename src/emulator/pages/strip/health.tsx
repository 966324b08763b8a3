import { useState } from "preact/hooks";
import { useCrm, useModel, useStore } from "../crm";
import { measureHealth, type HealthFinding } from "../health/measure-health";

/** Measures what the widget leaves behind: it is visited and left several times, and what has grown is named. */
export function Health() {
  const crm = useCrm();
  const { t, page } = crm;
  const { widget } = useStore(page);
  const hasWidget = useModel((model) => model.tables.widgets.get(widget)?.is_active === true);
  const [state, setState] = useState<"running" | readonly HealthFinding[] | null>(null);
  const run = async () => {
    setState("running");
    setState(await measureHealth(crm, widget));
  };
  return (
    <div class="health">
      <p>{t("health.what")}</p>
      <button
        type="button"
        class="action"
        disabled={state === "running" || !hasWidget}
        onClick={() => void run()}
      >
        {state === "running" ? t("health.running") : t("health.measure")}
      </button>
      {state !== null &&
        state !== "running" &&
        (state.length === 0 ? (
          <p class="good">{t("health.clean")}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th>{t("health.kind")}</th>
                <th class="number">{t("health.count")}</th>
                <th>{t("health.details")}</th>
              </tr>
            </thead>
            <tbody>
              {state.map((finding) => (
                <tr key={finding.kind} class="bad">
                  <td>{t(`health.${finding.kind}`)}</td>
                  <td class="number">{finding.count}</td>
                  <td class="wide">
                    <code>{finding.details.join(", ")}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
    </div>
  );
}
