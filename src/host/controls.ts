// Parameters of the host's twig controls: `self.render({ ref: "/tmpl/controls/select.twig" }, params)`. The names and
// their common parameters are documented, the rest is observed. Kommo: System templates, Native controls, and the page
// of each control. Every control is a text of HTML that works as soon as it is in the page; its value lives in an input
// with the given `name` and `id`, on which `change` fires.

interface ControlParams {
  id?: string;
  name?: string;
  class_name?: string;
  disabled?: boolean;
  /** Attributes as raw HTML; the only parameter that is not escaped. @undocumented */
  additional_data?: string;
}

/** Kommo: Native controls. */
export interface ButtonParams extends ControlParams {
  text?: string;
  type?: "button" | "submit";
  blue?: boolean;
  title?: string;
  tab_index?: number;
  /** @undocumented */
  text_bold?: string;
  /** @undocumented */
  text_short?: string;
  /** @undocumented */
  inner_class_name?: string;
  /** @undocumented */
  plain?: boolean;
  /** @undocumented */
  icon_class_name?: string;
  /** @undocumented */
  svg_class_name?: string;
  /** @undocumented */
  icon_right_name?: string;
  /** @undocumented */
  should_be_raw?: boolean;
  /** Items of a menu behind the button. @undocumented */
  context_menu?: readonly ButtonMenuItem[];
  /** @undocumented */
  context_menu_class_name?: string;
  /** @undocumented */
  button_input_class_name?: string;
}

/** @undocumented */
export interface ButtonMenuItem {
  id: string;
  text: string;
  href?: string;
  _blank?: boolean;
  icon?: string;
  icon_class?: string;
  svg_icon?: string;
  class_name?: string;
  additional_data?: string;
}

/** Kommo: System templates. */
export interface CancelButtonParams extends ControlParams {
  /** Default: the host's word for "Cancel". */
  text?: string;
  tab_index?: number;
  hidden?: boolean;
}

/** Kommo: System templates. */
export interface DeleteButtonParams {
  text?: string;
  id?: string;
  class_name?: string;
}

/** Kommo: System templates. */
export interface InputParams extends ControlParams {
  /** Default: "text". */
  type?: string;
  value?: string | number;
  placeholder?: string;
  max_length?: number;
  min_length?: number;
  required?: boolean;
  readonly?: boolean;
  autofocus?: boolean;
  style?: Readonly<Record<string, string>>;
  /** @undocumented */
  data_id?: string | number;
  /** @undocumented */
  sort?: number;
  /** Drops the class `text-input`. @undocumented */
  styled_input?: boolean;
  /** @undocumented */
  autosize_width?: boolean;
  /** @undocumented */
  min_size?: number;
  /** @undocumented */
  form?: string;
}

/** Kommo: Textarea. */
export interface TextareaParams extends ControlParams {
  value?: string;
  placeholder?: string;
  style?: Readonly<Record<string, string>>;
  tab_index?: number;
  maxlength?: number;
  readonly?: boolean;
  /** @undocumented */
  form?: string;
}

/** Kommo: System templates. The `id` and the `name` go to the hidden input. */
export interface SelectParams extends ControlParams {
  items: readonly SelectItem[];
  /** The id of the chosen item. Without it, or with a falsy one, the first is chosen. */
  selected?: string | number;
  default?: string | number;
  button_class_name?: string;
  dropdown_class_name?: string;
  /** @undocumented */
  dropdown_auto_width?: boolean;
  /** @undocumented */
  input_special_class?: string;
  /** @undocumented */
  prefix?: string;
  /** @undocumented */
  selected_before?: string;
  /** @undocumented */
  selected_after?: string;
  /** @undocumented */
  no_titles?: boolean;
  /** @undocumented */
  theme?: string;
  tab_index?: number;
  /** @undocumented */
  form?: string;
  /** @undocumented */
  exclude_list?: readonly (string | number)[];
}

export interface SelectItem {
  /** Default: `option`. */
  id?: string | number;
  option: string;
  disabled?: boolean;
  /** @undocumented */
  bg_color?: string;
  /** @undocumented */
  text_color?: string;
  class_name?: string;
  /** @undocumented */
  additional_data?: string;
  /** @undocumented */
  should_be_raw?: boolean;
}

/** Kommo: Checkbox. */
export interface CheckboxParams extends ControlParams {
  value?: string | number;
  checked?: boolean;
  text?: string;
  readonly?: boolean;
  small?: boolean;
  input_class_name?: string;
  text_class_name?: string;
  /** "yes" makes the name `<name>[]`. @undocumented */
  name_is_array?: "yes";
  /** @undocumented */
  checked_minus?: boolean;
  /** @undocumented */
  note_text?: string;
  /** @undocumented */
  text_custom?: string;
  /** @undocumented */
  fieldId?: string | number;
  /** @undocumented */
  dataValue?: string | number;
  /** @undocumented */
  should_be_raw?: boolean;
}

/** One choice of several. Kommo: Radio button. */
export interface RadioParams extends ControlParams {
  value?: string | number;
  label?: string;
  selected?: boolean;
  input_class_name?: string;
  text_class_name?: string;
  /** @undocumented */
  prefix?: string;
  /** @undocumented */
  color?: string;
  /** @undocumented */
  noTitle?: boolean;
  /** @undocumented */
  fieldId?: string | number;
  /** @undocumented */
  dataValue?: string | number;
  /** @undocumented */
  should_be_raw?: boolean;
}

/** Kommo: Checkboxes dropdown. */
export interface CheckboxesDropdownParams extends ControlParams {
  items: readonly CheckboxesDropdownItem[];
  /** Words for "nothing chosen". */
  title_empty?: string;
  /** Words that follow the number of chosen items. */
  title_numeral?: string;
  title_before?: string;
  name_is_array?: boolean;
  small?: boolean;
  readonly?: boolean;
  /** @undocumented */
  has_custom_title?: boolean;
  /** @undocumented */
  custom_title?: string;
  /** @undocumented */
  custom_title_empty?: string;
}

export interface CheckboxesDropdownItem {
  id: string | number;
  option: string;
  name?: string;
  is_checked?: boolean;
  /** @undocumented */
  prefix?: string;
  /** @undocumented */
  bg_color?: string;
  /** @undocumented */
  active?: "Y" | "N";
  /** @undocumented */
  readonly?: boolean;
  /** @undocumented */
  divider_before?: { title?: string };
  /** @undocumented */
  divider_after?: { title?: string };
  /** @undocumented */
  should_be_raw?: boolean;
}

/** Kommo: Date. The visible input has a `name` only where `type` is "single". */
export interface DateFieldParams extends Omit<ControlParams, "name"> {
  type?: "single" | "range";
  name?: string | { from: string; to: string };
  /** `31.12.2026`; a range as `01.12.2026 - 31.12.2026`. */
  value?: string;
  placeholder?: string;
  readonly?: boolean;
  show_icon?: boolean;
  input_class?: string;
  /** Default: 10. */
  max_length?: number;
  /** @undocumented */
  title_format?: string;
  /** @undocumented */
  data_format?: string;
  /** @undocumented */
  direction?: string;
  /** @undocumented */
  blackout?: string;
  /** @undocumented */
  comfort_zone?: number;
  /** @undocumented */
  control_class_name?: string;
  /** @undocumented */
  kalendae_class?: string;
  /** @undocumented */
  withoutAutocomplete?: boolean;
}

/** Kommo: System templates. */
export interface FileParams {
  name?: string;
  class?: string;
  id?: string;
  size?: number;
  style?: string;
  text?: string;
  accept?: string;
  disabled?: boolean;
}

/** Kommo: System templates. */
export interface MultiselectParams {
  name?: string;
  values: readonly { id: string | number; value: string }[];
  selected?: readonly (string | number)[];
}

/** A text input that suggests. The chosen id is in the attribute `data-value-id`. Kommo: System templates. */
export interface SuggestParams extends ControlParams {
  items?: readonly { id: string | number; value: string; custom_class?: string }[];
  selected?: string | number;
  value?: string;
  value_id?: string | number;
  placeholder?: string;
  type?: string;
  input_class_name?: string;
  list_class_name?: string;
  /** Where to ask; `#q#` stands for what was typed: `{ url: "/find", params: "q=#q#" }`. */
  ajax?: { url: string; params: string; headers?: Readonly<Record<string, string>> };
  /** @undocumented */
  input_type?: string;
  /** @undocumented */
  disable_filter?: boolean;
  /** @undocumented */
  closable?: boolean;
  /** @undocumented */
  suggest_icon?: string;
  /** @undocumented */
  wrapper_id?: string;
  /** @undocumented */
  list_separated?: boolean;
  /** @undocumented */
  substrSearch?: boolean;
  /** @undocumented */
  styled_input?: boolean;
  /** @undocumented */
  selected_should_be_empty?: boolean;
}

/** Kommo: Native controls. Read its value, not its classes: those are going away. */
export interface SwitcherParams extends ControlParams {
  /** Default: "Y". */
  value?: string;
  checked?: boolean;
  /** A class of the label, such as `switcher_blue`. */
  custom_class_name?: string;
  label_class_name?: string;
  switcher_wrapper_class?: string;
  blue?: boolean;
}

/** The parameters of each control. */
export interface ControlParamsByName {
  button: ButtonParams;
  cancel_button: CancelButtonParams;
  delete_button: DeleteButtonParams;
  input: InputParams;
  textarea: TextareaParams;
  select: SelectParams;
  checkbox: CheckboxParams;
  radio: RadioParams;
  checkboxes_dropdown: CheckboxesDropdownParams;
  date_field: DateFieldParams;
  file: FileParams;
  multiselect: MultiselectParams;
  suggest: SuggestParams;
  switcher: SwitcherParams;
}

/** Events that a button of the host listens to: `$(button).trigger("button:load:start")`. Kommo: Native controls. */
export type ButtonEvent =
  | "button:load:start"
  | "button:load:stop"
  | "button:load:error"
  | "button:save:start"
  | "button:save:stop"
  | "button:save:enable"
  | "button:save:disable"
  | "button:save:error"
  | "button:enable"
  | "button:disable"
  | "button:saved";

/** Events of the controls' inputs beside `change`. Kommo: Native controls. */
export type ControlEvent = "controls:change" | "controls:change:visual";
