/** Makes `.pipeline-select` open, and say on its button which stages are ticked. Returns the disposer. */
export function livePipelineSelects($: JQueryStatic, space: string): () => void {
  const $document = $(document);

  function show($select: JQuery): void {
    const $button = $select.find(".pipeline-select__button");
    const names = $select
      .find("input:checked")
      .map((_index, box) => $(box).closest("label").find(".control-checkbox__text").text())
      .get()
      .join(", ");
    $button.children().text(names || ($button.attr("data-title-empty") ?? ""));
  }

  $document
    .on(`click${space}`, ".pipeline-select__button", (event) => {
      $(event.currentTarget as Element)
        .siblings(".pipeline-select__dropdown")
        .toggle();
    })
    .on(`click${space}`, (event) => {
      const $own = $(event.target).closest(".pipeline-select").children(".pipeline-select__dropdown");
      $(".pipeline-select > .pipeline-select__dropdown").not($own).hide();
    })
    .on(`change${space}`, ".pipeline-select input", (event) => {
      const $select = $(event.currentTarget as Element).closest(".pipeline-select");
      const isMultiple = $select.closest(".pipeline-select-wrapper").attr("data-multiple") === "Y";
      if (!isMultiple && $(event.target).prop("checked") === true) {
        $select
          .find("input:checked")
          .not(event.target)
          .prop("checked", false)
          .trigger("controls:change:visual");
      }
      show($select);
    });

  return () => void $document.off(space);
}
