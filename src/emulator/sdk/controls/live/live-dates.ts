import type { Libraries } from "../../libraries";
import { announceChange } from "./announce";
import { calendarStyle } from "./calendar-style";

const format = "DD.MM.YYYY";

/** Makes `.date_field` open a calendar; a range is chosen by two clicks. Returns the disposer. */
export function liveDates({ $, moment }: Libraries, space: string): () => void {
  const $document = $(document);
  let $calendar = $();
  /** The first day of a range, until the second is chosen. */
  let first: string | null = null;

  function close(): void {
    $calendar.remove();
    $calendar = $();
    first = null;
  }

  function open($field: JQuery): void {
    close();
    const shown = moment(String($field.val() ?? "").split(/\s*-\s*/)[0], format, true);
    $calendar = $('<div class="kalendae k-floating" role="dialog"></div>').appendTo("body");
    $calendar.data("field", $field);
    draw(shown.isValid() ? shown : moment());
    const box = ($field[0] as HTMLElement).getBoundingClientRect();
    const height = $calendar.outerHeight() ?? 0;
    const isBelow = box.bottom + height + 8 <= window.innerHeight || box.top < height + 8;
    const top = isBelow ? box.bottom + 4 : box.top - height - 4;
    $calendar.css({ top: top + window.scrollY, left: box.left + window.scrollX });
  }

  function draw(month: ReturnType<Libraries["moment"]>): void {
    const start = month.clone().startOf("month");
    const $days = $('<div class="k-days"></div>');
    const day = start.clone().startOf("isoWeek");
    for (let index = 0; index < 42; index += 1, day.add(1, "day")) {
      $('<button type="button" class="k-day"></button>')
        .attr("data-date", day.format(format))
        .toggleClass("k-out-of-month", day.month() !== start.month())
        .toggleClass("k-today", day.isSame(moment(), "day"))
        .text(day.date())
        .appendTo($days);
    }
    const weekdays = [1, 2, 3, 4, 5, 6, 7].map((weekday) => moment().isoWeekday(weekday).format("dd"));
    $calendar
      .empty()
      .data("month", start)
      .append($("<style></style>").text(calendarStyle))
      .append(
        '<div class="k-title"><button type="button" class="k-previous">‹</button><span class="k-caption"></span><button type="button" class="k-next">›</button></div>',
      )
      .append(
        $('<div class="k-header"></div>').append(
          weekdays.map((name) => $("<span></span>").text(name)[0] as Element),
        ),
      )
      .append($days);
    $calendar.find(".k-caption").text(start.format("MMMM YYYY"));
    markSelected();
  }

  function markSelected(): void {
    const $field = $calendar.data("field") as JQuery;
    const values = first === null ? String($field.val() ?? "").split(/\s*-\s*/) : [first];
    $calendar.find(".k-day").each((_index, day) => {
      $(day).toggleClass("k-selected", values.includes(day.getAttribute("data-date") ?? ""));
    });
  }

  function pick(date: string): void {
    const $field = $calendar.data("field") as JQuery;
    if ($field.attr("data-type") !== "range") return setValue($field, date);
    if (first === null) {
      first = date;
      return markSelected();
    }
    const [from, to] = [first, date].sort((a, b) => moment(a, format).unix() - moment(b, format).unix());
    const $wrapper = $field.closest(".date_field_wrapper");
    $wrapper.find(".date_field__range_0").val(from ?? "");
    $wrapper.find(".date_field__range_1").val(to ?? "");
    setValue($field, `${from} - ${to}`);
  }

  function setValue($field: JQuery, value: string): void {
    close();
    $field.val(value).toggleClass("empty", value === "");
    announceChange($field);
  }

  $document
    .on(`click${space}`, ".date_field_wrapper", (event) => {
      const $field = $(event.currentTarget as Element).find("input.date_field");
      if ($field.is(":disabled, [readonly]") || $calendar.data("field")?.[0] === $field[0]) return;
      open($field);
    })
    .on(`click${space}`, ".kalendae .k-day", (event) =>
      pick($(event.currentTarget as Element).attr("data-date") ?? ""),
    )
    .on(`click${space}`, ".kalendae .k-previous", () =>
      draw(($calendar.data("month") as ReturnType<Libraries["moment"]>).clone().subtract(1, "month")),
    )
    .on(`click${space}`, ".kalendae .k-next", () =>
      draw(($calendar.data("month") as ReturnType<Libraries["moment"]>).clone().add(1, "month")),
    )
    .on(`mousedown${space}`, (event) => {
      if ($(event.target).closest(".kalendae, .date_field_wrapper").length === 0) close();
    })
    .on(`keydown${space}`, (event) => {
      if (event.which !== 27 || $calendar.length === 0) return;
      event.stopImmediatePropagation();
      close();
    })
    .on(
      `change${space}`,
      "input.date_field",
      (event) => void $(event.target).toggleClass("empty", $(event.target).val() === ""),
    )
    .on(`page:changed${space}`, close);

  return () => {
    close();
    $document.off(space);
  };
}
