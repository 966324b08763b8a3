import type { KommoWidget } from "../host";

/** Milliseconds after which a view is shown without its style sheet. */
const patience = 3000;

/**
 * Links the widget's style.css where it is not linked yet, and calls `then` once: when the sheet is there, when it
 * cannot be loaded, or when it takes too long. The host links no sheet by itself. (Kommo: style.css)
 */
export function whenStyled(widget: KommoWidget, signal: AbortSignal, then: () => void): void {
  const link = findStyles(widget) ?? linkStyles(widget);
  if (link.dataset["done"]) return then();
  const timer = setTimeout(finish, patience);
  const done = new AbortController();
  signal.addEventListener("abort", end);
  link.addEventListener("load", finish, done);
  link.addEventListener("error", finish, done);

  function finish(): void {
    end();
    then();
  }
  function end(): void {
    clearTimeout(timer);
    done.abort();
  }
}

/** Takes the sheet away: the widget is being disabled. */
export function unlinkStyles(widget: KommoWidget): void {
  findStyles(widget)?.remove();
}

function linkStyles(widget: KommoWidget): HTMLLinkElement {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = addressOf(widget);
  for (const event of ["load", "error"]) link.addEventListener(event, () => (link.dataset["done"] = "1"));
  return document.head.appendChild(link);
}

function findStyles(widget: KommoWidget): HTMLLinkElement | null {
  return document.querySelector(`link[href*=${JSON.stringify(addressOf(widget))}]`);
}

function addressOf({ params }: KommoWidget): string {
  return `${params.path}/style.css?v=${params.version}`;
}
