import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useCrm } from "../crm";

/**
 * Hears an element's events through the page's jQuery, so that a widget's `trigger("change")` counts as much as a
 * person's click. Native events reach jQuery as well.
 */
export function useHostEvents<E extends Element>(events: string, listen: (element: E) => void) {
  const { host } = useCrm();
  const element = useRef<E>(null);
  const latest = useRef(listen);
  latest.current = listen;
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return;
    const hear = () => latest.current(target);
    host.$(target).on(events, hear);
    return () => void host.$(target).off(events, hear);
  }, [host, events]);
  return element;
}

export interface Option {
  readonly id: string | number;
  readonly option: string;
  readonly color?: string;
}

interface SelectProps {
  readonly name: string;
  readonly items: readonly Option[];
  readonly selected: string | number;
  readonly label: string;
  readonly className?: string;
  readonly id?: string;
  readonly disabled?: boolean;
  onChange?(value: string): void;
}

/** The host's select (Kommo: system templates, `select`): its behaviour is the SDK's, found by the class names. */
export function Select(props: SelectProps) {
  // A value that comes from outside draws the control anew: the SDK writes into its nodes.
  return <SelectBody key={String(props.selected)} {...props} />;
}

function SelectBody({ name, items, selected, label, className = "", id, disabled, onChange }: SelectProps) {
  // What was told last, not what was chosen at first: a form may keep its choice without drawing the control anew.
  const told = useRef(String(selected));
  const input = useHostEvents<HTMLInputElement>("change controls:change", (element) => {
    if (element.value === told.current) return;
    told.current = element.value;
    onChange?.(element.value);
  });
  const chosen = items.find((item) => String(item.id) === String(selected)) ?? items[0];
  return (
    <div class={`control--select ${className}`}>
      <ul class="custom-scroll control--select--list" role="listbox" aria-label={label}>
        {items.map((item) => (
          <li
            key={item.id}
            data-value={item.id}
            role="option"
            aria-selected={item === chosen}
            class={`control--select--list--item${item === chosen ? " control--select--list--item-selected" : ""}`}
          >
            <span class="control--select--list--item-inner" title={item.option}>
              {item.option}
            </span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="control--select--button"
        data-value={chosen?.id}
        disabled={disabled}
        aria-label={`${label}: ${chosen?.option ?? ""}`}
        aria-haspopup="listbox"
      >
        <span class="control--select--button-inner">{chosen?.option ?? ""}</span>
      </button>
      <input
        ref={input}
        type="hidden"
        class="control--select--input"
        id={id}
        name={name}
        value={chosen === undefined ? "" : String(chosen.id)}
        data-prev-value={chosen === undefined ? "" : String(chosen.id)}
      />
    </div>
  );
}

interface CheckboxProps {
  readonly checked: boolean;
  readonly label: string;
  readonly name?: string;
  readonly id?: string;
  readonly value?: string;
  readonly mixed?: boolean;
  /** Drawn beside the box; the label is for screen readers only where absent. */
  readonly children?: ComponentChildren;
  readonly className?: string;
  readonly inputClass?: string;
  onChange?(checked: boolean): void;
}

/** The host's checkbox (Kommo: system templates, `checkbox`). */
export function Checkbox(props: CheckboxProps) {
  const { checked, label, name, id, value = "", mixed = false, children, className = "", inputClass } = props;
  const input = useHostEvents<HTMLInputElement>("change", (element) => {
    props.onChange?.(element.checked);
  });
  useLayoutEffect(() => {
    if (input.current !== null) {
      input.current.checked = checked;
      input.current.indeterminate = mixed;
    }
  });
  return (
    <label class={`control-checkbox ${checked ? "is-checked" : ""} ${className}`}>
      <div class="control-checkbox__body">
        <input
          ref={input}
          type="checkbox"
          class={inputClass}
          id={id}
          name={name}
          value={value}
          data-value={value}
          defaultChecked={checked}
          aria-label={children === undefined ? label : undefined}
        />
        <span class={`control-checkbox__helper${mixed ? " control-checkbox__helper_minus" : ""}`} />
      </div>
      {children !== undefined && (
        <div class="control-checkbox__text element__text" title={label}>
          {children}
        </div>
      )}
    </label>
  );
}

interface SwitcherProps {
  readonly checked: boolean;
  readonly label: string;
  readonly name: string;
  readonly id: string;
  readonly value?: string;
  readonly inputClass?: string;
  onChange?(checked: boolean): void;
}

/** The host's switcher. */
export function Switcher({
  checked,
  label,
  name,
  id,
  value = "Y",
  inputClass = "",
  onChange,
}: SwitcherProps) {
  const input = useHostEvents<HTMLInputElement>("change", (element) => onChange?.(element.checked));
  return (
    <div class="switcher_wrapper">
      <label class={`switcher ${checked ? "switcher__on" : "switcher__off"}`} for={id}>
        <span class="visually-hidden">{label}</span>
      </label>
      <input
        ref={input}
        type="checkbox"
        class={`switcher__checkbox ${inputClass}`}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
      />
    </div>
  );
}

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly blue?: boolean;
  readonly className?: string;
  readonly id?: string;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly type?: "button" | "submit";
  onClick?(): void;
}

/** The host's button (Kommo: system templates, `button`). */
export function Button(props: ButtonProps) {
  const { children, blue = false, className = "", id, label, disabled = false, type = "button" } = props;
  return (
    <button
      type={type}
      id={id}
      class={`button-input${blue ? " button-input_blue" : ""}${disabled ? " button-input-disabled" : ""} ${className}`}
      disabled={disabled}
      aria-label={label}
      title={label}
      onClick={() => props.onClick?.()}
    >
      <span class="button-input-inner">
        <span class="button-input-inner__text">{children}</span>
      </span>
    </button>
  );
}

interface DateFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly className?: string;
  onChange?(value: string): void;
}

/** The host's date control (`DD.MM.YYYY`); its calendar is the SDK's. */
export function DateField({ name, label, value, placeholder, className = "", onChange }: DateFieldProps) {
  const input = useHostEvents<HTMLInputElement>("input change controls:change", (element) => {
    onChange?.(element.value);
  });
  return (
    <span class="date_field_wrapper js-control-date">
      <input
        ref={input}
        type="text"
        class={`date_field ${value === "" ? "empty " : ""}${className}`}
        name={name}
        autocomplete="off"
        placeholder={placeholder}
        aria-label={label}
        defaultValue={value}
      />
    </span>
  );
}
