import { listNotEmulated } from "../../sdk/not-emulated";
import { useCrm } from "../crm";
import type { ShownReport } from "./watch-report";

interface ListProps {
  readonly report: ShownReport;
}

function Nothing() {
  const { t } = useCrm();
  return <p class="nothing">{t("strip.nothing")}</p>;
}

/** The callbacks that ran, with how long each took. */
export function Callbacks({ report }: ListProps) {
  const { t } = useCrm();
  if (report.callbacks.length === 0) return <Nothing />;
  const slowest = Math.max(...report.callbacks.map(({ ms }) => ms), 1);
  return (
    <table>
      <thead>
        <tr>
          <th>{t("strip.widget")}</th>
          <th>{t("strip.area")}</th>
          <th>{t("strip.callback")}</th>
          <th class="number">ms</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {report.callbacks.toReversed().map((entry, index) => (
          <tr key={report.callbacks.length - index} class={entry.ok ? "" : "bad"}>
            <td>{entry.widget}</td>
            <td>{entry.area}</td>
            <td>
              <code>{entry.name}</code>
            </td>
            <td class="number">{entry.ms.toFixed(1)}</td>
            <td class="wide">
              {entry.error ?? <meter min={0} max={slowest} value={entry.ms} aria-label={`${entry.ms} ms`} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Members of the SDK by how often the widget used them. */
export function Calls({ report }: ListProps) {
  if (report.calls.length === 0) return <Nothing />;
  const sorted = [...report.calls].sort((a, b) => b.count - a.count);
  return (
    <table>
      <tbody>
        {sorted.map(({ member, count }) => (
          <tr key={member}>
            <td class="number">{count}</td>
            <td class="wide">
              <code>{member}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Requests to the CRM and to foreign hosts. */
export function Requests({ report }: ListProps) {
  if (report.requests.length === 0) return <Nothing />;
  return (
    <table>
      <tbody>
        {report.requests.toReversed().map((entry, index) => (
          <tr
            key={report.requests.length - index}
            class={entry.status === 0 || entry.status >= 400 ? "bad" : ""}
          >
            <td class="number">{entry.status === 0 ? "—" : entry.status}</td>
            <td>{entry.method}</td>
            <td class="wide">
              <code>{entry.url}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What was thrown, and whose it is. */
export function Errors({ report }: ListProps) {
  if (report.errors.length === 0) return <Nothing />;
  return (
    <div class="errors">
      {report.errors.toReversed().map((entry, index) => (
        <details key={report.errors.length - index}>
          <summary>
            <span class={`origin origin_${entry.origin}`}>{entry.origin}</span>
            {entry.widget ?? ""} {entry.area} <b>{entry.message}</b>
          </summary>
          <pre>{entry.stack}</pre>
        </details>
      ))}
    </div>
  );
}

/** Members that the platform has and the emulator lacks, then other names that were read. */
export function Members({ report }: ListProps) {
  const { t } = useCrm();
  const isEmpty = report.unsupported.length + report.unknown.length === 0;
  return (
    <>
      {isEmpty && <Nothing />}
      {report.unsupported.length > 0 && <h3>{t("strip.unsupported_title")}</h3>}
      <table>
        <tbody>
          {report.unsupported.map((entry) => (
            <tr key={`${entry.area}:${entry.member}`} class="bad">
              <td class="number">{entry.count}</td>
              <td>{entry.area}</td>
              <td class="wide">
                <code>{entry.member}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {report.unknown.length > 0 && <h3>{t("strip.unknown_title")}</h3>}
      <table>
        <tbody>
          {report.unknown.map((entry) => (
            <tr key={`${entry.area}:${entry.member}`}>
              <td class="number">{entry.count}</td>
              <td>{entry.area}</td>
              <td class="wide">
                <code>{entry.member}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <NotEmulated />
    </>
  );
}

/** All that a widget could ask for in vain, whether it has or not. */
function NotEmulated() {
  const { t } = useCrm();
  const names = listNotEmulated();
  return (
    <details>
      <summary>
        {t("strip.unsupported_title")} ({names.length})
      </summary>
      <p class="lacks">{t("strip.lacks_screens")}</p>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <code>{name}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
