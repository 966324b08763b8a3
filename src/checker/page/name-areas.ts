import type { Sight } from "../page-evidence";

const most = 4;

/** `in lcard and llist`, and no more than a reader takes in. */
export function nameAreas({ areas }: Sight): string {
  const shown = areas.slice(0, most);
  const others = areas.length - shown.length;
  const last = others > 0 ? `${others} more areas` : shown.pop();
  return shown.length === 0 ? `in ${last}` : `in ${shown.join(", ")} and ${last}`;
}
