import $ from "jquery";
import type { Refusal, SettingsArea, SettingsFields, SettingsMethods } from "./areas/settings-area";
import { sayFailed } from "./view";

// The host closes the modal after a save while this says "true".
const closing = "data-onsave-destroy-modal";

/**
 * Asks the area whether its settings may be saved, and puts its value among the fields that the host stores: what is
 * in them when the promise resolves. Refused, the modal stays open, the button is ready again and the message stands
 * above the view. (Kommo: script.js, onSave)
 */
export async function saveSettings(
  area: SettingsArea & SettingsMethods,
  fields: SettingsFields,
  report: (error: unknown) => void,
): Promise<boolean> {
  const { value } = area;
  const $save = $(area.body).find(".js-widget-save");
  if ($save.attr(closing) === "refused") $save.attr(closing, "true");
  try {
    const refusal = await area.validate?.(value, fields);
    if (isRefused(refusal)) return refuse(refusal);
    if (value !== undefined) fields[KOMPONENT_CUSTOM_FIELD] = JSON.stringify(value);
    const lateRefusal = await area.save?.(value, fields);
    if (isRefused(lateRefusal)) return refuse(lateRefusal);
    area.notify();
    return true;
  } catch (error) {
    report(error);
    return refuse(sayFailed(area.widget));
  }

  function refuse(message: string | false): false {
    if ($save.attr(closing) === "true") $save.attr(closing, "refused");
    $save.trigger("button:save:error");
    area.notify(message || undefined);
    return false;
  }
}

function isRefused(answer: Refusal): answer is string | false {
  return answer === false || Boolean(answer);
}
