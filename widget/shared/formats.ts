import { useTranslate } from "komponent";
import type { StepState } from "../playbooks/read-progress";
import { readTimeZone } from "./account";

/** Writes whole numbers as the user's language does. */
export function useNumberFormat(): (value: number) => string {
  const { format } = new Intl.NumberFormat(APP.lang_id);
  return format;
}

/** Says when a step is due, overdue or done, in the user's language and the account's time zone. */
export function useDueDate(): (step: StepState) => string {
  const t = useTranslate();
  const format = createDateFormat();
  return ({ state, dueAt }) => {
    if (state === "done") return t("card.done");
    const date = format(new Date(dueAt * 1000));
    if (state === "overdue") return t("card.overdue", { date });
    return date === format(new Date()) ? t("card.due_today") : t("card.due", { date });
  };
}

function createDateFormat(): (date: Date) => string {
  const timeZone = readTimeZone();
  const year = new Intl.DateTimeFormat("en", { timeZone, year: "numeric" });
  const short = new Intl.DateTimeFormat(APP.lang_id, { timeZone, day: "numeric", month: "short" });
  const long = new Intl.DateTimeFormat(APP.lang_id, { timeZone, dateStyle: "medium" });
  const thisYear = year.format(new Date());
  return (date) => (year.format(date) === thisYear ? short : long).format(date);
}
