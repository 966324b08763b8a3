import type { LiveCard } from "../host";
import type { Surface } from "../surface";
import { elementTypes } from "./lookup-tables";

/**
 * Makes `APP.data.current_card` of an open card. Documented are `id` and `model` (Kommo: Environment variables); the
 * rest is what widgets were seen to use.
 */
export function createCurrentCard($: JQueryStatic, card: LiveCard, surface: Surface) {
  const { state, model, linked } = card;
  return {
    id: state.id,
    model,
    element_type: elementTypes[state.entity],
    main_user: state.mainUser,
    new_card: state.id === 0,
    linked_forms: { form_models: linked },
    form: { $el: $("#card_holder .card-entity-form"), model },
    fields_hider: { model },
    save: () => state.save(),
    setNeedReload: () => surface.reload(),
    getMainContactId: () => state.linked.find((form) => form.entity === "contacts")?.id ?? false,
  };
}
