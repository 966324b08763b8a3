import type { InstalledWidget } from "../model/entities";
import type { PageState } from "../sdk/page-state";

/** The callback that a page of the widget's own asks for after the start, with its arguments; undefined elsewhere. */
export function findPageCallback(
  page: PageState,
  code: string,
  widget: InstalledWidget | undefined,
): readonly [name: string, args: readonly unknown[]] | undefined {
  if (page.code === `advanced-settings:${code}`) return ["advancedSettings", []];
  if (page.code === `advanced-stats:${code}`) return ["advancedStats", []];
  if (page.code !== `widget-page:${code}`) return undefined;
  return ["initMenuPage", [readMenuAddress(page.path, widget)]];
}

/** `/widget_page/<x>/<item>/<subitem>`; the sub-items of statistics and settings have no item. */
function readMenuAddress(path: string, widget: InstalledWidget | undefined) {
  const [location = "widget_page", , item, subitem] = path.split("/").filter((part) => part !== "");
  if (location !== "widget_page") return { location, subitem_code: subitem };
  return { location, item_code: item ?? widget?.manifest.left_menu[0]?.code, subitem_code: subitem };
}
