/** How long a saved button says so, and how long a refusing one shakes; ms. */
const shown = { saved: 1000, shake: 300 };

/** Menus of the CRM's screens open by themselves: a press runs their drawing before it comes to the document. */
const drawn = "[data-menu]";

const spinner =
  '<div class="button-input__spinner"><span class="button-input__spinner__icon spinner-icon"></span></div>';

/**
 * Makes buttons answer the CRM's button events (Kommo: Native controls), and lets their context menus open. An enabled
 * save button is blue and not disabled. Returns the disposer.
 */
export function liveButtons($: JQueryStatic, space: string): () => void {
  const $document = $(document);
  const on = (event: string, act: ($button: JQuery, ...args: unknown[]) => void) =>
    $document.on(
      `${event}${space}`,
      "button, .button-input",
      function (this: Element, happened, ...args: unknown[]) {
        if (happened.target === this) act($(this), ...args);
      },
    );

  function shake($button: JQuery): void {
    stop($button);
    $button.addClass("button-input_shake");
    setTimeout(() => $button.removeClass("button-input_shake"), shown.shake);
  }

  on("button:load:start", start);
  on("button:load:stop", stop);
  on("button:load:error", shake);
  on("button:save:start", start);
  on("button:save:stop", stop);
  on("button:save:error", ($button) => {
    shake($button);
    setEnabled($button.addClass("button-input_blue"), true);
  });
  on("button:save:enable", ($button) => setEnabled($button.addClass("button-input_blue"), true));
  on("button:save:disable", ($button) => setEnabled($button.removeClass("button-input_blue"), false));
  on("button:enable", ($button) => setEnabled($button, true));
  on("button:disable", ($button) => setEnabled($button, false));
  on("button:saved", ($button, after, text) => {
    stop($button);
    const $text = $button.find(".button-input-inner__text");
    const before = $text.text();
    if (typeof text === "string") $text.text(text);
    setTimeout(() => {
      $text.text(before);
      if (typeof after === "function") after();
    }, shown.saved);
  });

  $document
    .on(`click${space}`, ".button-input-with-menu", (event) => {
      const $wrapper = $(event.currentTarget as Element)
        .closest(".button-input-wrapper")
        .not(drawn);
      closeOthers($wrapper);
      $wrapper.toggleClass("button-input-wrapper_opened");
    })
    .on(`click${space}`, (event) => {
      closeOthers($(event.target).closest(".button-input-with-menu").closest(".button-input-wrapper"));
    });

  function closeOthers($wrapper: JQuery): void {
    $(".button-input-wrapper_opened").not($wrapper).not(drawn).removeClass("button-input-wrapper_opened");
  }

  return () => void $document.off(space);
}

function start($button: JQuery): void {
  if ($button.children(".button-input__spinner").length > 0) return;
  // The button keeps its width while its content makes room for the spinner.
  $button.addClass("button-input-loading").children().css("visibility", "hidden");
  $button.append(spinner);
}

function stop($button: JQuery): void {
  $button.removeClass("button-input-loading").children(".button-input__spinner").remove();
  $button.children().css("visibility", "");
}

function setEnabled($button: JQuery, isEnabled: boolean): void {
  $button.toggleClass("button-input-disabled", !isEnabled);
}
