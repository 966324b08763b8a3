import { TaskForm } from "../card/task-form";
import { PageTop } from "../chrome/page-top";
import { Button } from "../components/controls";
import { Icon } from "../components/icon";
import { useCrm } from "../crm";
import { CalendarSync } from "./calendar-sync";

const views = [
  { id: "line", href: "/todo/line/", icon: "kanban", text: "tasks.line" },
  { id: "calendar", href: "/todo/calendar/week/", icon: "tasks", text: "tasks.calendar" },
  { id: "list", href: "/todo/list/", icon: "list", text: "tasks.list" },
] as const;

interface TaskTopProps {
  readonly view: (typeof views)[number]["id"];
  readonly count: number;
  readonly children?: preact.ComponentChildren;
}

/** The bar over the tasks: line, calendar or list, and the button for a new one. */
export function TaskTop({ view, count, children }: TaskTopProps) {
  const crm = useCrm();
  const { t } = crm;
  const add = () =>
    crm.openModal(
      (close) => (
        <div class="modal-body__inner">
          <h2 class="modal-body__caption head_2">{t("tasks.new")}</h2>
          <TaskForm
            entity={null}
            id={null}
            onDone={() => {
              close();
              void crm.reload();
            }}
          />
        </div>
      ),
      "modal-task",
    );
  return (
    <PageTop
      title={t("tasks.title")}
      preset={
        <nav class="list-top-nav" aria-label={t("list.views")}>
          {views.map((one) => (
            <a
              key={one.id}
              class={`list-top-nav__icon-button js-navigate-link${view === one.id ? " list-top-nav__icon-button_active" : ""}`}
              href={one.href}
              title={t(one.text)}
              aria-label={t(one.text)}
              aria-current={view === one.id ? "page" : undefined}
            >
              <Icon name={one.icon} />
            </a>
          ))}
        </nav>
      }
      buttons={
        <>
          <CalendarSync />
          <Button blue onClick={add}>
            <span class="crm-button-icon">
              <Icon name="plus" small /> {t("tasks.new")}
            </span>
          </Button>
        </>
      }
    >
      <div class="list-top-search">
        {children}
        <span class="list-top-search__count">{t.plural("tasks.count", count)}</span>
      </div>
    </PageTop>
  );
}
