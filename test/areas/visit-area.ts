import type { AreaVisit } from "./area-visits";

/** What one saw on a visit. */
export interface Sight {
  readonly callbacks: readonly string[];
  /** What stands, and is to be seen, of what should be drawn. */
  readonly isDrawn: boolean;
  /** What the widget got of the back end: "loaded", "failed", "busy"; null where it draws nothing of its own. */
  readonly state: string | null;
  /** The one-time token that the widget got, "valid", "expired" or "none"; null where it asks for none. */
  readonly token: string | null;
  /** The message of a screen that could not be drawn; null where all is well. */
  readonly broken: string | null;
  /** The page has something to read. */
  readonly isBlank: boolean;
}

type Page = Window & {
  APP: { router: { navigate(url: string): void }; widgets: { loaded: boolean } };
  require(name: "jquery"): JQueryStatic;
  areaLog?: Record<string, string[]>;
};

/**
 * Goes to an area as a click would, presses what is to be pressed, and tells what is to be seen. Runs in the page.
 * `go` is false where the document stands there already; `isExpected` false where nothing of the widget's is to be waited for.
 */
export async function visitArea(asked: {
  visit: AreaVisit;
  url: string;
  go: boolean;
  isExpected: boolean;
}): Promise<Sight> {
  const page = window as unknown as Page;
  const { visit, url, go, isExpected } = asked;
  /** Of a machine that has much to do, ms. */
  const patience = 10_000;
  const code = `area_${visit.area}`;

  const until = async (isTrue: () => boolean): Promise<boolean> => {
    for (const end = performance.now() + patience; performance.now() < end;) {
      if (isTrue()) return true;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return isTrue();
  };
  // Runs in the page, so it can hold on to nothing outside.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const find = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].find(
      ({ offsetWidth, offsetHeight }) => offsetWidth + offsetHeight > 0,
    );

  if (go) {
    page.areaLog = {};
    const changed = new Promise((resolve) => page.require("jquery")(document).one("page:changed", resolve));
    page.APP.router.navigate(url);
    await changed;
  }
  await until(() => page.APP.widgets.loaded && !document.body.classList.contains("page-loading"));
  for (const selector of visit.presses) {
    await until(() => find(selector) !== undefined);
    find(selector)?.click();
  }
  const log = () => page.areaLog?.[code] ?? [];
  await until(() => !isExpected || find(visit.drawn) !== undefined);
  // The page before is left with `destroy`; when the token comes depends on the network.
  const heard = () => log().filter((entry) => entry !== "destroy" && !entry.startsWith("token"));
  await until(() => heard().length >= visit.callbacks.length);
  const drawn = find(visit.drawn);
  const isOwn = drawn?.classList.contains("area_widget") === true;
  await until(() => !isOwn || drawn?.dataset.state !== "busy");
  const findToken = () => log().find((entry) => entry.startsWith("token"));
  await until(() => !visit.callbacks.includes("init") || findToken() !== undefined);
  return {
    callbacks: heard(),
    isDrawn: drawn !== undefined,
    state: isOwn ? (drawn?.dataset.state ?? null) : null,
    token: findToken()?.slice("token ".length) ?? null,
    broken: document.querySelector("#page_holder .crm-empty[role=alert]")?.textContent ?? null,
    isBlank: (document.getElementById("page_holder")?.innerText ?? "").trim() === "",
  };
}
