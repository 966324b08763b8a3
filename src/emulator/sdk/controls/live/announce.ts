/** Tells a control's input that a person has changed it: the three events that the CRM's controls fire. */
export function announceChange($input: JQuery): void {
  $input.trigger("change").trigger("controls:change").trigger("controls:change:visual");
}
