import { announceChange } from "./announce";

const opened = "control--suggest--list-opened";
/** A search waits for a pause in typing, ms. */
const pause = 300;

interface Found {
  readonly id?: unknown;
  readonly value?: unknown;
  readonly name?: unknown;
}

/**
 * Makes `.control--suggest` filter its list, or ask its address for one, and choose: the text is the input's value, the
 * id its `data-value-id`. Returns the disposer.
 */
export function liveSuggests($: JQueryStatic, space: string, nothingFound: string): () => void {
  const $document = $(document);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rootOf = (event: { currentTarget?: unknown }) =>
    $(event.currentTarget as Element).closest(".control--suggest");
  const close = ($except = $()) => void $(`.${opened}`).not($except).removeClass(opened);

  function open($root: JQuery, query: string): void {
    const needle = query.trim().toLowerCase();
    const $items = listOf($root).children(".control--suggest--list--item");
    $items.each(
      (_index, item) => void $(item).toggle(item.textContent?.toLowerCase().includes(needle) === true),
    );
    close(listOf($root));
    listOf($root).addClass(opened);
  }
  async function search($root: JQuery, query: string): Promise<void> {
    const $field = inputOf($root);
    const params = ($field.attr("data-params") || "q=#q#").replace("#q#", encodeURIComponent(query));
    const answer: unknown = await Promise.resolve(
      $.ajax({ url: $field.attr("data-url"), data: params, dataType: "json" }),
    ).catch(() => []);
    const $own = listOf($root).empty();
    for (const { id, value, name } of readFound(answer)) {
      $(
        '<li class="control--suggest--list--item"><span class="control--suggest--list--item-inner"></span></li>',
      )
        .attr("data-value-id", String(id ?? ""))
        .appendTo($own)
        .children()
        .text(String(value ?? name ?? ""));
    }
    if ($own.children().length === 0)
      $('<li class="control--suggest--list--empty"></li>').text(nothingFound).appendTo($own);
    close($own);
    $own.addClass(opened);
  }
  function setValue($root: JQuery, id: string, text: string): void {
    close();
    inputOf($root).attr("data-value-id", id).val(text);
    announceChange(inputOf($root));
  }

  $document
    .on(`focusin${space} click${space}`, ".js-control--suggest--input", (event) => {
      open(rootOf(event), "");
    })
    .on(`input${space}`, ".control--suggest--input", (event) => {
      const $root = rootOf(event);
      const query = String(inputOf($root).attr("data-value-id", "").val() ?? "");
      if (!inputOf($root).hasClass("js-control--suggest--input-ajax")) {
        return open($root, inputOf($root).attr("data-no-filter") === "Y" ? "" : query);
      }
      clearTimeout(timer);
      timer = setTimeout(() => void search($root, query), pause);
    })
    .on(`click${space}`, ".control--suggest--down-btn", (event) => {
      const $root = rootOf(event);
      if (listOf($root).hasClass(opened)) close();
      else open($root, "");
    })
    .on(`click${space}`, ".control--suggest--list--item", (event) => {
      const $item = $(event.currentTarget as Element);
      setValue(rootOf(event), $item.attr("data-value-id") ?? "", $item.text().trim());
    })
    .on(`click${space}`, ".control--suggest .date_field--clear", (event) => setValue(rootOf(event), "", ""))
    .on(`click${space}`, (event) => {
      if ($(event.target).closest(".control--suggest").length === 0) close();
    });

  return () => {
    clearTimeout(timer);
    $document.off(space);
  };
}

/** An array, an object by id, or either under `items`, `results` or `response`. */
function readFound(answer: unknown): Found[] {
  if (Array.isArray(answer))
    return answer.filter((item): item is Found => typeof item === "object" && item !== null);
  if (typeof answer !== "object" || answer === null) return [];
  const { items, results, response } = answer as Record<string, unknown>;
  const inner = items ?? results ?? response;
  return inner === undefined ? readFound(Object.values(answer)) : readFound(inner);
}

function listOf($root: JQuery): JQuery {
  return $root.children(".control--suggest--list");
}

function inputOf($root: JQuery): JQuery {
  return $root.children(".control--suggest--input");
}
