import { announceChange } from "./announce";

/** Makes `.checkboxes_dropdown` open, tick all at once, and say in its title what is ticked. Returns the disposer. */
export function liveDropdowns($: JQueryStatic, space: string): () => void {
  const $document = $(document);
  const rootOf = (event: { currentTarget?: unknown }) =>
    $(event.currentTarget as Element).closest(".checkboxes_dropdown");

  function show($root: JQuery): void {
    const $ticked = boxesOf($root).filter(":checked");
    boxesOf($root).each((_index, box) => {
      $(box)
        .closest(".control-checkbox")
        .toggleClass("is-checked", $(box).prop("checked") === true);
    });
    const isAll = $ticked.length > 0 && $ticked.length === boxesOf($root).length;
    const $master = $root.find(".js-master-checkbox").prop("checked", isAll);
    $master.closest(".control-checkbox").toggleClass("is-checked", isAll);
    drawTitle($root.find(".checkboxes_dropdown__title"), $ticked);
  }
  function drawTitle($title: JQuery, $ticked: JQuery): void {
    if ($title.hasClass("checkboxes_dropdown__title_fixed")) return;
    const text = (name: string) => $title.attr(`data-${name}`) ?? "";
    if ($ticked.length === 0) return void $title.text(text("custom-title-empty") || text("title-empty"));
    if (text("custom-title") !== "") return void $title.text(text("custom-title"));
    if (text("numeral") !== "" && $ticked.length > 1) {
      return void $title.text(
        `${text("title-before")} ${$ticked.length} ${pickForm(text("numeral"), $ticked.length)}`.trim(),
      );
    }
    $title.empty();
    $ticked.each((_index, box) => {
      $('<div class="checkboxes_dropdown__title-item"></div>')
        .text(box.getAttribute("data-value") ?? "")
        .appendTo($title);
    });
  }

  $document
    .on(`click${space}`, ".checkboxes_dropdown__title_wrapper", (event) => {
      const $root = rootOf(event);
      $(".checkboxes_dropdown.expanded").not($root).removeClass("expanded");
      if (!$root.hasClass("disabled")) $root.toggleClass("expanded");
    })
    .on(`click${space}`, (event) => {
      if ($(event.target).closest(".checkboxes_dropdown").length === 0)
        $(".checkboxes_dropdown.expanded").removeClass("expanded");
    })
    .on(`change${space}`, ".checkboxes_dropdown .js-master-checkbox", (event) => {
      const isTicked = $(event.target).prop("checked") === true;
      const $changed = boxesOf(rootOf(event)).filter(
        (_index, box) => $(box).prop("checked") !== isTicked && !$(box).prop("disabled"),
      );
      $changed.prop("checked", isTicked);
      show(rootOf(event));
      $changed.each((_index, box) => announceChange($(box)));
    })
    .on(`change${space} controls:change${space}`, ".checkboxes_dropdown .js-item-checkbox", (event) =>
      show(rootOf(event)),
    );

  return () => void $document.off(space);
}

/** `one,few,many` or `one,many`. */
function pickForm(forms: string, count: number): string {
  const [one = "", few = one, many = few] = forms.split(",").map((form) => form.trim());
  const last = count % 10;
  if (last === 1 && count % 100 !== 11) return one;
  return last >= 2 && last <= 4 && (count % 100 < 10 || count % 100 >= 20) ? few : many;
}

function boxesOf($root: JQuery): JQuery {
  return $root.find(".js-item-checkbox");
}
