import type { Faults } from "../../model/wire";
import { useCrm, useStore } from "../crm";
import type { TextKey } from "../i18n/create-translator";
import type { Watch } from "./watch-report";

interface Fault {
  readonly text: TextKey | null;
  /** Shown where there is no text: codes need no translation. */
  readonly label?: string;
  readonly on: Partial<Faults>;
  readonly off: Partial<Faults>;
}

const statuses = [401, 402, 403, 404, 429, 500, 502, 503, 504] as const;

const groups: readonly { readonly title: TextKey; readonly faults: readonly Fault[] }[] = [
  {
    title: "faults.back_end",
    faults: [
      { text: "faults.slow", on: { delay: 3000 }, off: { delay: 0 } },
      ...statuses.map((status) => ({
        text: null,
        label: String(status),
        on: { status },
        off: { status: null },
      })),
      { text: "faults.html", on: { html: true }, off: { html: false } },
      { text: "faults.offline", on: { offline: true }, off: { offline: false } },
      { text: "faults.token", on: { tokenExpired: true }, off: { tokenExpired: false } },
      { text: "faults.rate", on: { rateLimit: true }, off: { rateLimit: false } },
    ],
  },
  {
    title: "faults.life",
    faults: [
      { text: "faults.twice", on: { callTwice: true }, off: { callTwice: false } },
      { text: "faults.documented", on: { order: "documented" }, off: { order: "observed" } },
      { text: "faults.late", on: { containerDelay: 1500 }, off: { containerDelay: 0 } },
      { text: "faults.never", on: { containerDelay: -1 }, off: { containerDelay: 0 } },
      { text: "faults.jquery", on: { foreignJquery: true }, off: { foreignJquery: false } },
    ],
  },
  {
    title: "faults.look",
    faults: [
      { text: "faults.words", on: { longWords: true }, off: { longWords: false } },
      { text: "faults.narrow", on: { narrowPanel: true }, off: { narrowPanel: false } },
      { text: "faults.zoom", on: { zoom: 200 }, off: { zoom: 100 } },
      { text: "faults.dark", on: { theme: "dark" }, off: { theme: null } },
    ],
  },
];

/** One press each: what may go wrong around a widget. The page is drawn anew, so that it meets the fault from the start. */
export function FaultSwitches({ watch }: { watch: Watch }) {
  const { t, page, reload } = useCrm();
  const { faults } = useStore(page);
  const press = async (fault: Fault) => {
    const isOn = isAtWork(faults, fault);
    await watch.setFaults(isOn ? fault.off : fault.on);
    await reload();
  };
  return (
    <div class="faults">
      {groups.map(({ title, faults: list }) => (
        <fieldset key={title}>
          <legend>{t(title)}</legend>
          {list.map((fault) => (
            <button
              key={fault.label ?? fault.text}
              type="button"
              class="fault"
              aria-pressed={isAtWork(faults, fault)}
              onClick={() => void press(fault)}
            >
              {fault.text === null ? fault.label : t(fault.text)}
            </button>
          ))}
        </fieldset>
      ))}
    </div>
  );
}

function isAtWork(faults: Faults, { on }: Fault): boolean {
  return Object.entries(on).every(([name, value]) => faults[name as keyof Faults] === value);
}
