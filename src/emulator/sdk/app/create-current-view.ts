import type { PageState } from "../page-state";
import type { WidgetObject } from "../widget/widget-object";

/**
 * `APP.data.current_view` of a page that is no card. Documented are `$el` and `params` (Kommo: Environment variables);
 * the rest is what widgets were seen to use.
 */
export interface CurrentView {
  readonly $el: JQuery;
  readonly params: Readonly<Record<string, unknown>>;
  /** On the integrations page: the widget whose settings are open. */
  widget_obj?: WidgetObject;
  /** On the board of a pipeline. */
  readonly pipeline_id?: number;
  readonly current_pipeline?: { readonly id: number };
}

export function createCurrentView($: JQueryStatic, { view, path, code }: PageState): CurrentView | undefined {
  if (view === undefined) return undefined;
  const shown = { $el: $(view.element), params: view.params ?? {} };
  const pipeline = Number(/\/pipeline\/(?:[a-z]+\/)?(\d+)/.exec(path)?.[1]);
  if (!/-(pipeline|dp)$/.test(code) || Number.isNaN(pipeline)) return shown;
  return { ...shown, pipeline_id: pipeline, current_pipeline: { id: pipeline } };
}
