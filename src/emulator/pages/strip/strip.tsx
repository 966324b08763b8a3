import { useEffect, useState } from "preact/hooks";
import { useCrm, useModel, useStore } from "../crm";
import type { Store } from "../create-store";
import type { Loss } from "../guard/watch-document";
import type { TextKey } from "../i18n/create-translator";
import { Areas } from "./areas";
import { FaultSwitches } from "./fault-switches";
import { Hooks } from "./hooks";
import { Health } from "./health";
import { Notices } from "./notices";
import { Calls, Callbacks, Errors, Members, Requests } from "./report-lists";
import type { Watch } from "./watch-report";

const tabs = [
  "areas",
  "callbacks",
  "calls",
  "requests",
  "errors",
  "unsupported",
  "hooks",
  "health",
  "faults",
] as const;
type Tab = (typeof tabs)[number];

/** How often an open strip asks for the requests, which only the server sees. Milliseconds. */
const period = 1000;

/** The strip: closed, a line of counts; open, a drawer of what the widget did. */
export function Strip({ watch, loss }: { watch: Watch; loss: Store<Loss | null> }) {
  const { t, page, format, window, navigate } = useCrm();
  const [open, setOpen] = useState<Tab | null>(null);
  const report = useStore(watch.report);
  const { widget, faults, problems } = useStore(page);
  const hookCount = useModel((model) => model.tables.sent_hooks.size);
  const counts: Record<Tab, number | null> = {
    ...report.counts,
    areas: null,
    hooks: hookCount || null,
    health: null,
    faults: countFaults(faults) || null,
  };

  useEffect(() => {
    if (open === null) return;
    void watch.refresh();
    const timer = setInterval(() => void watch.refresh(), period);
    return () => clearInterval(timer);
  }, [open, watch, window]);

  return (
    <div class={`strip${open === null ? "" : " strip_open"}`}>
      {open !== null && (
        <section class="drawer" aria-label={t(`strip.${open}`)}>
          {open === "areas" && <Areas />}
          {open === "callbacks" && <Callbacks report={report} />}
          {open === "calls" && <Calls report={report} />}
          {open === "requests" && <Requests report={report} />}
          {open === "errors" && <Errors report={report} />}
          {open === "unsupported" && <Members report={report} />}
          {open === "hooks" && <Hooks />}
          {open === "health" && <Health />}
          {open === "faults" && <FaultSwitches watch={watch} />}
        </section>
      )}
      {problems.length > 0 && (
        <div class="problems" role="alert">
          {problems.slice(0, 5).map((problem) => (
            <div key={`${problem.file}:${problem.line}:${problem.message}`}>
              <b>{problem.code}</b> {problem.file}
              {problem.line !== null && `:${problem.line}`} {problem.message}
              {problem.fix !== null && <i> {problem.fix}</i>}
            </div>
          ))}
        </div>
      )}
      <Notices watch={watch} loss={loss} />
      <div class="bar" role="toolbar" aria-label={t("strip.title")}>
        <span class="name" title={t("strip.widget")}>
          {widget}
        </span>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            class={`tab${open === tab ? " tab_open" : ""}${isAlarming(tab, counts[tab]) ? " tab_alarm" : ""}`}
            aria-expanded={open === tab}
            onClick={() => setOpen(open === tab ? null : tab)}
          >
            {t(`strip.${tab}` satisfies TextKey)}
            {counts[tab] !== null && <span class="count">{format.number(counts[tab])}</span>}
          </button>
        ))}
        <button type="button" class="tab tab_right" onClick={() => void navigate("/gallery/")}>
          {t("gallery.title")}
        </button>
        <button type="button" class="tab" onClick={() => void watch.reset()} title={t("strip.reset_hint")}>
          {t("strip.reset")}
        </button>
      </div>
    </div>
  );
}

function isAlarming(tab: Tab, count: number | null): boolean {
  return (tab === "errors" || tab === "unsupported" || tab === "faults") && count !== null && count > 0;
}

/** How many faults are at work. */
function countFaults(faults: object): number {
  const calm: readonly unknown[] = [0, null, false, "observed", 100];
  return Object.values(faults).filter((value) => !calm.includes(value)).length;
}
