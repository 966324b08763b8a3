import type { Model as BackboneModel } from "backbone";
import type { LiveCard } from "../host";
import type { Libraries } from "../libraries";
import type { CardState } from "../page-state";

const events = "input.emulatorCard change.emulatorCard";
/** Places inside the card that hold forms of others: widgets' blocks and the composer. */
const foreign = "#widgets_block, .feed-compose, .modal";

/**
 * Makes the open card's form: one Backbone model for the card and one for each linked form, which follow what is typed
 * into the controls of `#card_holder` from the first key on. Returns the card and the disposer.
 */
export function createLiveCard(state: CardState, { $, Backbone }: Libraries): [LiveCard, () => void] {
  const model = new Backbone.Model({ ID: state.id, ...state.fields });
  model.id = state.id;
  noteChanges(model, state.fields);
  const linked = new Backbone.Collection(
    state.linked.map((form) => ({ id: form.id, ID: form.id, ENTITY: form.entity, ...form.fields })),
  );
  const $document = $(document);
  const follow = (event: { target: Element }) => {
    const control = event.target;
    const name = control.getAttribute("name");
    if (name === null || name === "" || name === "ID" || $(control).closest(foreign).length > 0) return;
    const owner = linked.get(Number(findFormId($, control))) ?? model;
    owner.set(name, readControl($, control, name));
  };
  $document.on(events, "#card_holder :input", follow);
  return [{ state, model, linked }, () => void $document.off(events, "#card_holder :input", follow)];
}

/** Two members of the CRM's own model that widgets read: the saved values, and the names that differ from them. */
function noteChanges(model: BackboneModel, fields: CardState["fields"]): void {
  const changed: string[] = [];
  Object.assign(model, { defaults: { ...fields }, changed_fields: changed });
  model.on("change", () => {
    const names = Object.keys(model.attributes);
    changed.splice(
      0,
      changed.length,
      ...names.filter((name) => name !== "ID" && !isSame(model.get(name), fields[name])),
    );
  });
}

function isSame(value: unknown, saved: unknown): boolean {
  return String(value ?? "") === String(saved ?? "");
}

/** The value of `input[name=ID]` of the form that the control is in; linked forms have one. */
function findFormId($: JQueryStatic, control: Element): unknown {
  return $(control).closest("form").find("input[name=ID]").first().val();
}

/** A name that ends in `[]` is a list; a box without tick is the empty string. */
function readControl($: JQueryStatic, control: Element, name: string): unknown {
  const $control = $(control);
  if (name.endsWith("[]")) {
    const $same = findSame($control, name);
    return $same
      .filter((_index, element) => !$(element).is(":checkbox, :radio") || $(element).prop("checked") === true)
      .map((_index, element) => $(element).val())
      .get();
  }
  if ($control.is(":checkbox, :radio") && $control.prop("checked") !== true) {
    return $control.is(":radio") ? readRadio($control, name) : "";
  }
  return $control.val();
}

function readRadio($control: JQuery, name: string): unknown {
  return findSame($control, name).filter(":radio:checked").val() ?? "";
}

/** Controls of the form with the same name, whatever signs are in it. */
function findSame($control: JQuery, name: string): JQuery {
  const $all = $control.closest("form, #card_holder").find(":input");
  return $all.filter((_index, control) => control.getAttribute("name") === name);
}
