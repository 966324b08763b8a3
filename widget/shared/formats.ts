import { useTranslate } from "komponent";
import type { StepState } from "../playbooks/read-progress";

/** Writes whole numbers as the user's language does. */
export function useNumberFormat(): (value: number) => string {
  const { format } = new Intl.NumberFormat(APP.lang_id);
  return format;
}

/** Says when a step is due, overdue or done, in the user's language and the day's own words. */
export function useDueDate(): (step: StepState) => string {
  const t = useTranslate();
  const now = new Date();
  return ({ state, dueAt }) => {
    if (state === "done") return t("card.done");
    const due = new Date(dueAt * 1000);
    const date = formatDate(due, now);
    if (state === "overdue") return t("card.overdue", { date });
    return due.toDateString() === now.toDateString() ? t("card.due_today") : t("card.due", { date });
  };
}

function formatDate(date: Date, now: Date): string {
  const year = date.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(APP.lang_id, { day: "numeric", month: "short", year }).format(date);
}
