import type { ModelView } from "../../model/model";
import type { Host } from "../host";
import type { Libraries } from "../libraries";

/** Answer of `onBeforeCloseWidgetBlock`: only true, or a rejection, lets the block close. */
export type CloseGuard = () => boolean | PromiseLike<boolean>;

/**
 * The right-hand panel of cards and lists (`#widgets_block`), whose frame the pages draw and whose blocks widgets add.
 * On a card it is open or a narrow column of logos, remembered a kind of card; on a list it is hidden until an entry of
 * the "More" menu opens it, and a widget may forbid its closing.
 */
export interface Panel {
  insertBlock(code: string, block: JQuery, guard: CloseGuard | undefined): void;
  removeBlocks(code: string): void;
  /** A list's entry was chosen: the panel is shown, with this widget's blocks open. */
  show(code: string): void;
  /** As `show`, as soon as the widget has a block: for a widget whose location says that it needs no panel ("-0"). */
  expect(code: string): void;
  /** `self.widgetsOverlay`: true lays the overlay over the list, anything else closes the panel. */
  setOverlay(isShown: boolean): void;
  /** A page was opened: the panel takes its remembered state. */
  enterPage(): void;
  /** Widget codes in the order of their blocks: `APP.widgets.registerToRightPanel`. */
  register(code: string): string[];
  dispose(): void;
}

const space = ".emulatorPanel";
const [enter, escape, blank] = [13, 27, 32];
/** What a key presses as a click does. */
const pressed =
  "#widgets_block .card-widgets__top, #widgets_block .js-widget-caption-block, #widgets_block #multi-widget_close";
const guardedPages = new Set(["leads", "contacts", "customers"]);

export function createPanel({ $ }: Libraries, model: ModelView, host: Pick<Host, "page" | "card">): Panel {
  const $document = $(document);
  const codes = new Set<string>();
  let guard: CloseGuard | undefined;
  let isAsking = false;
  let expected: string | null = null;

  const $root = () => $("#widgets_block");
  const isOpen = () => $root().hasClass("js-widgets-active");
  const cookie = () => `${host.card?.state.entity ?? "list"}_crd_wdgt`;

  function setOpen(open: boolean): void {
    $root().add("#card_holder").add("#card_fake").toggleClass("js-widgets-active", open);
    if (host.card === null) return;
    $("#card_holder").toggleClass("content__card-holder-widgets", open);
    document.cookie = `${cookie()}=${open ? "1" : "0"}; path=/`;
  }

  function openPanel($block: JQuery): void {
    setOpen(true);
    toggleBlock($block.length > 0 ? $block : $root().find(".card-widgets__widget").first(), true);
  }

  function show(code: string): void {
    expected = code;
    $root().show();
    setOpen(true);
    $root()
      .find(".card-widgets__widget")
      .each((_index, element) => toggleBlock($(element), $(element).attr("data-code") === code));
  }

  function closePanel(): void {
    expected = null;
    setOpen(false);
    toggleBlock($root().find(".card-widgets__widget"), false);
    if (host.card !== null) return;
    $root().hide();
    $("#card_widgets_overlay").hide().remove();
  }

  function askAndClose(): void {
    const ask = guardedPages.has(host.page?.code ?? "") ? guard : undefined;
    if (ask === undefined) return closePanel();
    if (isAsking) return;
    isAsking = true;
    const done = (may: boolean) => {
      isAsking = false;
      if (may) closePanel();
    };
    try {
      Promise.resolve(ask()).then(
        (answer) => done(answer === true),
        () => done(true),
      );
    } catch {
      done(true);
    }
  }

  function setOverlay(isShown: boolean): void {
    if (!isShown) return askAndClose();
    if ($("#card_widgets_overlay").length > 0) return;
    $('<div class="default-overlay default-overlay-visible" id="card_widgets_overlay"></div>')
      .css("z-index", 51)
      .appendTo("#list_page_holder");
  }

  /** The platform's captions are no buttons; here a keyboard reaches them. On a list Escape closes the panel. */
  function pressKey(event: JQueryKeyEventObject): void {
    const $target = $(event.target);
    const isTaken = event.isDefaultPrevented() || $(".modal").length > 0;
    if (event.which === escape && host.card === null && isOpen() && !isTaken) askAndClose();
    if ((event.which !== enter && event.which !== blank) || !$target.is(pressed)) return;
    event.preventDefault();
    $target.trigger("click");
  }

  $document
    .on(`click${space}`, "#widgets_block .js-widget-caption-block", (event) => {
      if ($(event.target).closest("#multi-widget_close").length > 0) return askAndClose();
      const $block = $(event.currentTarget as Element).closest(".card-widgets__widget");
      if (isOpen()) toggleBlock($block, !isBlockOpen($block));
      else openPanel($block);
    })
    .on(`click${space}`, "#widgets_block .card-widgets__top", () => {
      if (isOpen()) closePanel();
      else openPanel($());
    })
    .on(`click${space}`, "#card_widgets_overlay", askAndClose)
    .on(`keydown${space}`, pressKey)
    .on(`openWidgetPanel${space}`, () => openPanel($()))
    .on(`toggleWidgetPanel${space}`, () => (isOpen() ? closePanel() : openPanel($())));
  // A logo that the archive lacks leaves no broken picture behind. Load errors do not bubble, so they are caught.
  const dropPicture = (event: Event) => {
    const $image = $(event.target as Element);
    if ($image.is("#widgets_block .card-widgets__widget__caption img")) $image.remove();
  };
  document.addEventListener("error", dropPicture, true);

  return {
    insertBlock(code, $block, closeGuard) {
      codes.add(code);
      const $elements = $root().find(".card-widgets__elements").first();
      const $before = $elements
        .children(".card-widgets__widget")
        .filter((_index, element) => String($(element).attr("data-code")) > code)
        .first();
      const $cap = $elements.children(".js-card-widgets-cap").first();
      if ($before.length > 0) $before.before($block);
      else if ($cap.length > 0) $cap.before($block);
      else $elements.append($block);
      $cap.addClass("_with-widgets");
      if (closeGuard !== undefined) guard = closeGuard;
      if (expected === code) show(code);
      else if (isOpen()) toggleBlock($block, true);
    },
    removeBlocks(code) {
      codes.delete(code);
      $root()
        .find(".card-widgets__widget")
        .filter((_index, element) => String($(element).attr("data-code")) === code)
        .remove();
    },
    show,
    expect(code) {
      expected = code;
      const $blocks = $root().find(".card-widgets__widget");
      if ($blocks.filter((_index, element) => $(element).attr("data-code") === code).length > 0) show(code);
    },
    setOverlay,
    enterPage() {
      expected = null;
      guard = undefined;
      isAsking = false;
      codes.clear();
      $("#card_widgets_overlay").remove();
      const hasWidgets = countShown(model, host) > 0;
      $("#card_holder").toggleClass("js-widgets-hidden", !hasWidgets);
      // `hide()` would ask for its style first, which the whole page has to be given for.
      if (host.card === null) $root().css("display", "none").removeClass("js-widgets-active");
      else setOpen(!document.cookie.includes(`${cookie()}=0`));
    },
    register(code) {
      codes.add(code);
      return [...codes].sort();
    },
    dispose() {
      $document.off(space);
      document.removeEventListener("error", dropPicture, true);
    },
  };
}

const locationOf = { leads: "lcard", contacts: "ccard", companies: "comcard", customers: "cucard" } as const;

/**
 * Widgets that use the panel of the open card: those that name its location without "-0", and those everywhere. None
 * of them starts for a free user.
 */
export function countShown(model: ModelView, host: Pick<Host, "card">): number {
  if (host.card === null || model.tables.users.get(model.account.current_user_id)?.is_free === true) return 0;
  const location = locationOf[host.card.state.entity];
  return model.tables.widgets.filter(
    ({ is_active, manifest }) =>
      is_active &&
      manifest.locations.some(
        (name) => name === location || name === `${location}-1` || name === "everywhere",
      ),
  ).length;
}

function toggleBlock($block: JQuery, open: boolean): void {
  $block.children(".card-widgets__widget__body").toggleClass("js-body-hide", open).toggle(open);
  $block
    .find(".card-widgets__widget__caption__arrow")
    .toggleClass("widgets__widget__caption__arrow_top", open)
    .toggleClass("widgets__widget__caption__arrow_bottom", !open);
}

function isBlockOpen($block: JQuery): boolean {
  return $block.children(".card-widgets__widget__body").hasClass("js-body-hide");
}
