type Params = Readonly<Record<string, unknown>>;

interface Item {
  readonly id?: unknown;
  readonly option?: unknown;
  readonly value?: unknown;
  readonly prefix?: unknown;
  readonly is_checked?: unknown;
}

/** What a control's template needs beside the caller's parameters, by the control's name. */
export const preparations: Readonly<Record<string, (params: Params) => Params>> = {
  select: prepareSelect,
  radio: (params) => ({ control_id: params.id ?? `${text(params.prefix)}${text(params.value)}` }),
  checkboxes_dropdown: prepareDropdown,
  "checkboxes_dropdown/values_title": prepareDropdown,
  suggest: prepareSuggest,
  date_field: prepareDate,
};

/** An item without id goes by its text; without a (truthy) choice the first item is chosen. */
function prepareSelect({ items, selected, default: fallback, exclude_list }: Params): Params {
  const excluded = new Set(listItems(exclude_list).map(String));
  const list = listItems(items)
    .map((item) => ({ ...item, id: item.id ?? item.option }))
    .filter((item) => !excluded.has(String(item.id)));
  const wanted = selected || fallback;
  const chosen = list.find((item) => Boolean(wanted) && String(item.id) === String(wanted)) ?? list[0];
  return { control_items: list, control_selected: chosen ?? { id: "", option: "" } };
}

function prepareDropdown({ items }: Params): Params {
  return {
    control_is_empty: !listItems(items).some((item) => Boolean(item.is_checked)),
    control_items: listItems(items).map((item, index) => ({
      ...item,
      id: item.id ?? item.option,
      prefix: item.prefix ?? index,
    })),
  };
}

function prepareSuggest(params: Params): Params {
  const list = listItems(params.items);
  const wanted = params.selected ?? params.value_id;
  const chosen =
    params.selected_should_be_empty || wanted === undefined
      ? undefined
      : list.find((item) => String(item.id) === String(wanted));
  return {
    control_items: list,
    control_value: params.value ?? chosen?.value ?? "",
    control_value_id: params.value_id ?? chosen?.id ?? "",
  };
}

/** A range is written `a - b` or `a-b`. */
function prepareDate({ type = "single", value }: Params): Params {
  const [from, to] = type === "range" ? text(value).split(/\s*-\s*/) : [];
  return { type, value: text(value), range: { from: from ?? "", to: to ?? "" } };
}

/** Items may come as an array or, from PHP's habits, as an object. */
function listItems(items: unknown): Item[] {
  return typeof items === "object" && items !== null ? Object.values(items) : [];
}

function text(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}
