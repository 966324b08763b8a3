import type { Analytics } from "../../model/wire";
import { Avatar } from "../components/avatar";
import { useCrm, useModel } from "../crm";

/** What each manager has taken, won and lost. */
export function PeopleTable({ people }: { people: Analytics["people"] }) {
  const { t, format } = useCrm();
  const rows = useModel((model) =>
    people.flatMap((person) => {
      const user = model.tables.users.get(person.user_id);
      return user === undefined ? [] : [{ ...person, user }];
    }),
  );
  return (
    <section class="crm-panel">
      <h3 class="crm-panel__title">{t("report.people")}</h3>
      {rows.length === 0 ? (
        <p class="crm-muted">{t("report.none")}</p>
      ) : (
        <table class="stats__people">
          <thead>
            <tr>
              <th scope="col">{t("field.responsible")}</th>
              <th scope="col">{t("report.came")}</th>
              <th scope="col">{t("dashboard.won")}</th>
              <th scope="col">{t("dashboard.lost")}</th>
              <th scope="col">{t("report.won_money")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ user, all, won, lost }) => (
              <tr key={user.id}>
                <th scope="row">
                  <span class="stats__person">
                    <Avatar name={user.name} /> {user.name}
                  </span>
                </th>
                <td>{format.number(all.count)}</td>
                <td>{format.number(won.count)}</td>
                <td>{format.number(lost.count)}</td>
                <td>
                  <b>{format.money(won.money)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
