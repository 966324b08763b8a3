import type { ComponentChildren } from "preact";
import { Icon } from "../components/icon";
import { Menu } from "../components/menu";
import { useCrm } from "../crm";
import type { Selection } from "./use-selection";

/** The bar over a list with ticked rows: the CRM's own actions, and under "More" the entries of widgets. */
export function ActionBar({ selection, children }: { selection: Selection; children: ComponentChildren }) {
  const { t } = useCrm();
  return (
    <div class="list__body-right__top content__top list-multiple-actions js-list-multiple-actions">
      <button
        type="button"
        class="crm-icon-button"
        title={t("list.clear_selection")}
        aria-label={t("list.clear_selection")}
        onClick={() => selection.setAll(false)}
      >
        <Icon name="close" />
      </button>
      <span class="list-multiple-actions__count">{t.plural("list.selected", selection.ids.length)}</span>
      <div class="list-multiple-actions__items">
        {children}
        <WidgetActions />
      </div>
    </div>
  );
}

/** One of the bar's own actions. */
export function ActionButton({
  icon,
  text,
  run,
}: {
  icon: Parameters<typeof Icon>[0]["name"];
  text: string;
  run(): void;
}) {
  return (
    <button type="button" class="button-input button-cancel list-multiple-actions__item" onClick={run}>
      <Icon name={icon} small />
      <span>{text}</span>
    </button>
  );
}

/** "More": the entries of widgets that work with the list (Kommo: Lists SDK). */
function WidgetActions() {
  const { t, loader } = useCrm();
  const widgets = loader.listListActions();
  if (widgets.length === 0) return null;
  return (
    <Menu
      label={t("list.more_actions")}
      buttonClass="list-multiple-actions__item button-cancel js-list-more-actions"
      items={widgets.map((widget) => ({
        id: `multi_${widget.code}`,
        text: widget.title,
        icon: <Icon name="widget" small />,
        className: `js-widget-action js-widget-action_${widget.code}`,
        run: () => void loader.runListAction(widget.code),
      }))}
    >
      <Icon name="dots" small />
      <span>{t("list.more_actions")}</span>
    </Menu>
  );
}
