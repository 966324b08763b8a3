import { announceChange } from "./announce";

/**
 * Keeps the looks of checkboxes, radios and switchers with their inputs, whoever changes them: a person, or a widget
 * that sets the input and triggers `change` or `controls:change`. Returns the disposer.
 */
export function liveBoxes($: JQueryStatic, space: string): () => void {
  const $document = $(document);

  function showBox(input: Element): void {
    const isChecked = $(input).prop("checked") === true;
    $(input).closest(".control-checkbox").toggleClass("is-checked", isChecked);
  }
  function showRadio(input: Element): void {
    const $form = $(input).closest("form, body");
    const $group = $form
      .find(".control-radio input:radio")
      .filter((_index, other) => other.getAttribute("name") === input.getAttribute("name"));
    $group.each((_index, other) => {
      $(other)
        .closest(".control-radio")
        .toggleClass("icon-radio-checked", $(other).prop("checked") === true);
    });
  }
  function showSwitcher(input: Element): void {
    const isOn = $(input).prop("checked") === true;
    $(input)
      .closest(".switcher_wrapper")
      .find(".switcher")
      .toggleClass("switcher__on", isOn)
      .toggleClass("switcher__off", !isOn);
  }

  const follow = (selector: string, show: (input: Element) => void) => {
    $document.on(
      `change${space} controls:change${space} controls:change:visual${space}`,
      selector,
      (event) => {
        show(event.target);
        // A person's change comes as a native event; a widget's own `trigger` needs no echo.
        if (event.type !== "change" || event.originalEvent === undefined) return;
        $(event.target).trigger("controls:change").trigger("controls:change:visual");
      },
    );
  };
  follow(".control-checkbox input:checkbox", showBox);
  follow(".control-radio input:radio", showRadio);
  follow(".switcher__checkbox", showSwitcher);
  // A switcher without id has a label that belongs to no input.
  $document.on(`click${space}`, ".switcher", (event) => {
    if ($(event.currentTarget as Element).attr("for")) return;
    const $input = $(event.currentTarget as Element)
      .closest(".switcher_wrapper")
      .find(".switcher__checkbox");
    if ($input.prop("disabled") === true) return;
    announceChange($input.prop("checked", $input.prop("checked") !== true));
  });

  return () => void $document.off(space);
}
