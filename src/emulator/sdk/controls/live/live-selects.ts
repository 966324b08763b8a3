import { announceChange } from "./announce";

const opened = "control--select--list-opened";
const focused = "control--select--list--item-focused";
const chosen = "control--select--list--item-selected";

/** Makes `.control--select` open, choose by mouse or keys, and follow its hidden input. Returns the disposer. */
export function liveSelects($: JQueryStatic, space: string): () => void {
  const $document = $(document);
  const selectOf = (event: { currentTarget?: unknown }) =>
    $(event.currentTarget as Element).closest(".control--select");

  function close($except = $()): void {
    $(`.${opened}`).not($except).removeClass(opened).children().removeClass(focused);
  }
  function open($select: JQuery): void {
    const $own = listOf($select);
    close($own);
    $own.addClass(opened);
    $own.children(`.${chosen}`).first().addClass(focused);
  }
  function choose($select: JQuery, $item: JQuery): void {
    close();
    if ($item.length === 0 || $item.hasClass("control--select--list--item-disabled")) return;
    const before = inputOf($select).val() as string;
    const value = $item.attr("data-value") ?? "";
    if (before === value) return;
    inputOf($select).attr("data-prev-value", before).val(value);
    announceChange(inputOf($select));
  }
  $document
    .on(`click${space}`, ".control--select--button", (event) => {
      const $select = selectOf(event);
      if ($(event.currentTarget as Element).is("[disabled]")) return;
      if (listOf($select).hasClass(opened)) close();
      else open($select);
    })
    .on(`click${space}`, ".control--select--list--item", (event) => {
      choose(selectOf(event), $(event.currentTarget as Element));
    })
    .on(`click${space}`, (event) => {
      if ($(event.target).closest(".control--select").length === 0) close();
    })
    .on(`keydown${space}`, ".control--select--button", (event) => {
      const $select = selectOf(event);
      const isOpen = listOf($select).hasClass(opened);
      if (event.which === 27 && isOpen) {
        // Esc closes the list, not the window that it lies in.
        event.stopImmediatePropagation();
        close();
      }
      if (event.which !== 38 && event.which !== 40 && !(event.which === 13 && isOpen)) return;
      event.preventDefault();
      if (event.which === 13) choose($select, listOf($select).children(`.${focused}`));
      else if (isOpen) move($select, event.which === 38 ? -1 : 1);
      else open($select);
    })
    .on(
      `change${space} controls:change${space} controls:change:visual${space}`,
      ".control--select--input",
      (event) => show(selectOf(event)),
    );

  return () => void $document.off(space);
}

function listOf($select: JQuery): JQuery {
  return $select.children(".control--select--list");
}

function inputOf($select: JQuery): JQuery {
  return $select.children(".control--select--input");
}

/** Draws what the hidden input holds. */
function show($select: JQuery): void {
  const value = String(inputOf($select).val() ?? "");
  const $items = listOf($select).children(".control--select--list--item");
  const $item = $items.filter((_index, item) => item.getAttribute("data-value") === value).first();
  $items.removeClass(chosen);
  if ($item.length === 0) return;
  $item.addClass(chosen);
  const $button = $select.children(".control--select--button").attr("data-value", value);
  const $text = $item.children(".control--select--list--item-inner");
  $button.children(".control--select--button-inner").html($text.html());
}

function move($select: JQuery, step: 1 | -1): void {
  const $items = listOf($select).children(
    ".control--select--list--item:not(.control--select--list--item-disabled)",
  );
  const now = $items.index($items.filter(`.${focused}`));
  const next = Math.min(Math.max(now + step, 0), $items.length - 1);
  $items.removeClass(focused).eq(next).addClass(focused).get(0)?.scrollIntoView?.({ block: "nearest" });
}
