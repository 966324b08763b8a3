import { describeNode } from "../../../src/emulator/pages/health/own-places";
import type { Notebook } from "./note";

const fields = "input:not([type=hidden]), select, textarea";

/** Notes a Save button of the settings window that does not lie below all its fields. */
export function findSave(document: Document, code: string, { note }: Notebook): void {
  const block = document.querySelector(".widget_settings_block");
  const save =
    document.getElementById(`save_${code}`) ?? document.querySelector(".widget-settings .js-widget-save");
  if (block === null || save === null || !save.checkVisibility()) return;
  const { top, bottom } = save.getBoundingClientRect();
  const lowest = [...block.querySelectorAll(fields)]
    .filter(
      (field) => field.checkVisibility() && field.closest(".widget_settings_block__switch, .hidden") === null,
    )
    .find((field) => {
      const rect = field.getBoundingClientRect();
      return rect.height > 0 && rect.top >= bottom;
    });
  if (lowest !== undefined) {
    const below = Math.round(lowest.getBoundingClientRect().top - top);
    note("save", describeNode(save), `${describeNode(lowest)} lies ${below} px below it`);
  }
}
