import type { Task } from "../../model/entities";
import { Icon } from "../components/icon";
import { useCrm, useModel, useStore } from "../crm";
import { TaskTile } from "./task-line-screen";
import { TaskTop } from "./task-top";

const views = ["day", "week", "month"] as const;
type View = (typeof views)[number];

/** Tasks by their days: a day, a week or a month. */
export function TaskCalendarScreen() {
  const { t, format, page } = useCrm();
  const { url } = useStore(page);
  const view = views.find((one) => url.includes(`/${one}`)) ?? "week";
  const { tasks, now } = useModel((model) => ({
    tasks: model.tables.tasks.filter((task) => !task.is_completed),
    now: model.now(),
  }));
  const shift = Number(new URLSearchParams(url.split("?")[1]).get("shift")) || 0;
  const days = listDays(view, shift, now, format);
  const byDay = new Map<number, Task[]>();
  for (const task of tasks) {
    const start = format.startOfDay(task.complete_till);
    byDay.set(start, [...(byDay.get(start) ?? []), task]);
  }
  const middle = days[Math.floor(days.length / 2)] ?? now;

  return (
    <>
      <TaskTop view="calendar" count={tasks.length}>
        <nav class="crm-calendar-switch" aria-label={t("tasks.calendar")}>
          {views.map((one) => (
            <a
              key={one}
              class={`crm-calendar-switch__item js-navigate-link${one === view ? " crm-calendar-switch__item_active" : ""}`}
              href={link(one, 0)}
              aria-current={one === view ? "page" : undefined}
            >
              {t(`tasks.${one}`)}
            </a>
          ))}
        </nav>
        <div class="crm-calendar-move">
          <a
            class="crm-icon-button js-navigate-link"
            href={link(view, shift - 1)}
            aria-label={t("tasks.back")}
            title={t("tasks.back")}
          >
            <Icon name="left" />
          </a>
          <b class="crm-calendar-move__title">
            {view === "day" ? format.date(middle) : format.month(middle)}
          </b>
          <a
            class="crm-icon-button js-navigate-link"
            href={link(view, shift + 1)}
            aria-label={t("tasks.forward")}
            title={t("tasks.forward")}
          >
            <Icon name="right" />
          </a>
        </div>
      </TaskTop>
      <div class={`crm-calendar crm-calendar_${view} custom-scroll`} id="list_page_holder">
        {days.map((start) => (
          <CalendarDay
            key={start}
            start={start}
            tasks={byDay.get(start) ?? []}
            isToday={start === format.startOfDay(now)}
            isOutside={view === "month" && format.month(start) !== format.month(middle)}
            limit={view === "month" ? 3 : 50}
          />
        ))}
      </div>
    </>
  );
}

function link(view: View, shift: number): string {
  return `/todo/calendar/${view}/${shift === 0 ? "" : `?shift=${shift}`}`;
}

interface CalendarDayProps {
  readonly start: number;
  readonly tasks: readonly Task[];
  readonly isToday: boolean;
  readonly isOutside: boolean;
  readonly limit: number;
}

function CalendarDay({ start, tasks, isToday, isOutside, limit }: CalendarDayProps) {
  const { t, format } = useCrm();
  const sorted = [...tasks].sort((a, b) => a.complete_till - b.complete_till);
  return (
    <section
      class={`crm-calendar__day${isToday ? " crm-calendar__day_today" : ""}${isOutside ? " crm-calendar__day_outside" : ""}`}
      aria-label={format.date(start)}
    >
      <h3 class="crm-calendar__date">
        <span>{format.weekday(start)}</span> {format.fieldDate(start).slice(0, 2)}
      </h3>
      {sorted.slice(0, limit).map((task) => (
        // The day stands above; what is due by its end has no time.
        <TaskTile
          key={task.id}
          task={task}
          when={format.fieldTime(task.complete_till) === "23:59" ? "" : format.time(task.complete_till)}
        />
      ))}
      {sorted.length > limit && (
        <span class="crm-muted crm-calendar__more">{t.plural("kanban.more", sorted.length - limit)}</span>
      )}
    </section>
  );
}

/** The starts of the days that are shown; weeks begin on Monday. */
function listDays(
  view: View,
  shift: number,
  now: number,
  format: Pick<ReturnType<typeof useCrm>["format"], "startOfDay" | "fieldDate" | "parse">,
): number[] {
  const today = format.startOfDay(now);
  const toDay = (year: number, month: number, date: number) => {
    const at = new Date(Date.UTC(year, month, date));
    const text = [at.getUTCDate(), at.getUTCMonth() + 1]
      .map((part) => String(part).padStart(2, "0"))
      .join(".");
    return format.parse(`${text}.${at.getUTCFullYear()}`) ?? today;
  };
  const [date = 1, month = 1, year = 2000] = format.fieldDate(today).split(".").map(Number);
  if (view === "day") return [toDay(year, month - 1, date + shift)];
  const first = view === "week" ? date + shift * 7 : 1;
  const firstMonth = view === "week" ? month - 1 : month - 1 + shift;
  const weekday = (new Date(Date.UTC(year, firstMonth, first)).getUTCDay() + 6) % 7;
  const lastDate = new Date(Date.UTC(year, firstMonth + 1, 0)).getUTCDate();
  const count = view === "week" ? 7 : Math.ceil((weekday + lastDate) / 7) * 7;
  return Array.from({ length: count }, (_, index) => toDay(year, firstMonth, first - weekday + index));
}
