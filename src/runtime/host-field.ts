import $ from "jquery";

/**
 * An input that the host has drawn for a setting. It is looked up at each use, because the host draws its forms late
 * and again.
 */
export interface HostField {
  /** What the input holds; "" while there is none. Setting it tells the host, as if the user had typed. */
  value: string;
  /** Hides the input with its title, until the area ends: the view has a control of its own for it. */
  hide(): void;
  /** Calls `listener` with each new value, whoever changed it; gives what ends that before the area ends. */
  onChange(listener: (value: string) => void): () => void;
}

/** The field of a form by the code that the manifest gives it. Everything that it does ends with `signal`. */
export function findHostField(form: () => ParentNode, name: string, signal: AbortSignal): HostField {
  const find = () => form().querySelector<HTMLInputElement>(`[name=${JSON.stringify(name)}]`);
  return {
    get value() {
      return find()?.value ?? "";
    },
    set value(text) {
      const input = find();
      if (!input || input.value === text) return;
      input.value = text;
      announceChange(input);
    },
    hide() {
      const row = find()?.closest<HTMLElement>(".widget_settings_block__item_field");
      if (!row) return;
      const { display } = row.style;
      row.style.display = "none";
      signal.addEventListener("abort", () => (row.style.display = display));
    },
    onChange(listener) {
      let last = this.value;
      const hear = () => {
        if (this.value !== last) listener((last = this.value));
      };
      $(document).on("change input", hear);
      const stop = () => void $(document).off("change input", hear);
      signal.addEventListener("abort", stop);
      return stop;
    },
  };
}

/** Tells the host of a change: native events reach its jQuery, jQuery's would not reach other people's listeners. */
export function announceChange(input: Element): void {
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}
