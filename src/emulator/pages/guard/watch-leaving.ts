import type { HoldNews } from "../../model/wire";
import type { Host } from "../../sdk/host";

/** What the browser's Navigation API tells; TypeScript's own types do not know it in every version. */
interface NavigateEvent extends Event {
  readonly navigationType: "push" | "replace" | "reload" | "traverse";
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
  readonly downloadRequest: string | null;
}

/**
 * Sees a widget that loads the page again or sends it elsewhere while nobody has pressed anything: the report tells it
 * with the address, and the server counts, so that no loop comes of it. The page goes, as in the product. Returns the disposer.
 *
 * @param send posts to the server what must arrive although the page is left
 */
export function watchLeaving(host: Host, send: (news: HoldNews) => void): () => void {
  const { window, runs, errors, model } = host;
  const { navigation } = window as unknown as { navigation?: EventTarget };
  const { userActivation } = window.navigator;

  function onNavigate(event: Event): void {
    const { navigationType, destination, downloadRequest } = event as NavigateEvent;
    if (destination.sameDocument || downloadRequest !== null || navigationType === "traverse") return;
    const stack = new Error("navigation").stack ?? "";
    const code = runs.current?.widget ?? (userActivation?.isActive === true ? null : findWidget(stack));
    if (code === null) return;
    const what =
      navigationType === "reload"
        ? "loads the page again"
        : `sends the page to ${destination.url.slice(0, 500)}`;
    const name = runs.current === null ? "" : `, in ${runs.current.name}`;
    errors.tell(
      code,
      `The widget ${what}${name}, while nobody has pressed anything.`,
      stack.replace(/^.*\n.*\n/, ""),
    );
    send({ code, event: "leaves" });
  }

  function findWidget(stack: string): string | null {
    return model.tables.widgets.filter(({ path }) => stack.includes(`${path}/`))[0]?.code ?? null;
  }

  navigation?.addEventListener("navigate", onNavigate);
  return () => navigation?.removeEventListener("navigate", onNavigate);
}
