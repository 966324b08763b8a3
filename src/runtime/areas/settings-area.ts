import { Area, type AreaContext, type AreaMethods } from "../area";
import { attempt } from "../attempt";
import { findHostField, type HostField } from "../host-field";
import { off, type Life } from "../life";
import type { AreaClass, Place } from "../open-area";
import { parseField } from "../parse-field";
import type { SettingName } from "../register";
import { saveSettings } from "../save-settings";
import { whenGone } from "../when-gone";

/** Why nothing may be saved: a message that is shown, or false where the view says it itself. */
export type Refusal = string | false | void;

/** What the host stores, by the codes of the manifest. What is changed in it is stored too. */
export type SettingsFields = Record<string, unknown>;

/** What a settings area may have beside its view. */
export interface SettingsMethods<Value = unknown> extends AreaMethods {
  /** Asked before anything is saved. */
  validate?(value: Value | undefined, fields: SettingsFields): Refusal | Promise<Refusal>;
  /** After `validate` and before the host stores: for what has to be saved elsewhere. */
  save?(value: Value | undefined, fields: SettingsFields): Refusal | Promise<Refusal>;
  /** Once, when the widget is installed. */
  installed?(): unknown;
}

/** The source of a pipeline from which the modal was opened, where it was. */
export interface SettingsSource {
  readonly source_id?: number;
  readonly external_id?: string | number;
}

/**
 * The widget's part of the settings modal. It edits the manifest's field of type `custom`, whatever JSON that holds;
 * the other fields are the host's, see `field`. While the widget is not installed the host may show a tour without
 * fields: then nothing is mounted and nothing is asked. (Kommo: Field types; script.js)
 *
 * @example
 * class Settings extends SettingsArea<readonly string[]> {
 *   validate(words: readonly string[] = []) {
 *     if (words.length === 0) return "Add a word.";
 *   }
 *   render() {
 *     return <Words words={this.value ?? []} onChange={(words) => this.change(words)} />;
 *   }
 * }
 */
export abstract class SettingsArea<Value = unknown> extends Area<"SettingsArea"> {
  /** The part of the modal that is the widget's. */
  declare readonly body: HTMLElement;
  declare readonly source: SettingsSource;
  private changed: { readonly value: Value; readonly text: string } | undefined;

  /** What is being edited; undefined while nothing was ever saved. */
  get value(): Value | undefined {
    // The host's input is what will be stored: whoever else writes to it has the last word.
    const text = findHostField(() => this.body, KOMPONENT_CUSTOM_FIELD, this.signal).value;
    if (this.changed && (text === "" || text === this.changed.text)) return this.changed.value;
    const typed = parseField(text);
    // What is no JSON was not written by a widget: some hosts put "[object Object]" there.
    if (typed !== undefined && typed !== text) return typed as Value;
    return parseField(this.widget.get_settings()[KOMPONENT_CUSTOM_FIELD]) as Value | undefined;
  }

  /** Takes another value, wakes the save button and draws the view again. It is stored when the user saves. */
  change(value: Value): void {
    const text = JSON.stringify(value);
    this.changed = { value, text };
    findHostField(() => this.body, KOMPONENT_CUSTOM_FIELD, this.signal).value = text;
    this.notify();
  }

  /** A field that the host draws, by its code in the manifest. */
  field(name: SettingName): HostField {
    return findHostField(() => this.body, name, this.signal);
  }

  static connect(this: AreaClass, life: Life, location: string): void {
    const { widget, callbacks, areas } = life;
    const report = (error: unknown) => life.report(error, location);
    const find = () => areas.get(location)?.area as (SettingsArea & SettingsMethods) | undefined;
    const findBlock = (body: HTMLElement) =>
      findIn(body, ".widget_settings_block") ?? findIn(body, `#${widget.params.widget_code}_custom_content`);
    const { onSave } = callbacks;

    callbacks.settings = ($body, source: SettingsSource = {}) => {
      const body = $body[0] as HTMLElement;
      const place: Place = { find: () => findBlock(body), enter: insertSlot };
      life.open(location, this, place, { body, source });
      return true;
    };
    callbacks.onInstall = () => {
      attempt(report, () => find()?.installed?.());
      return true;
    };
    callbacks.onSave = (event) => {
      onSave?.(event);
      const area = find();
      return (
        off.test(event.active) || !area || !findBlock(area.body) || saveSettings(area, event.fields, report)
      );
    };
  }
}

/** The host hands over the block itself or something around it. */
function findIn(body: HTMLElement, selector: string): Element | null {
  return body.matches(selector) ? body : body.querySelector(selector);
}

/** The view stands above the save button. The area ends when the modal is closed, of which the host tells nobody. */
function insertSlot({ signal, close }: AreaContext, block: Element): Element {
  const slot = document.createElement("div");
  const buttons = block.querySelector(".widget_settings_block__controls");
  if (buttons) buttons.before(slot);
  else block.append(slot);
  signal.addEventListener("abort", () => slot.remove());
  whenGone(slot, signal, close);
  return slot;
}
