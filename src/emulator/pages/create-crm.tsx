import { render } from "preact";
import type { Loader } from "../loader/loader";
import type { ModelView } from "../model/model";
import type { CardRows } from "../model/operations";
import type { Faults, PageData } from "../model/wire";
import type { Host } from "../sdk/host";
import { App } from "./app";
import { createStore, type Store } from "./create-store";
import {
  CrmContext,
  type AskedHook,
  type Crm,
  type Editing,
  type Modal,
  type Opened,
  type ShownToast,
} from "./crm";
import { describePage } from "./describe-page";
import { createDriver, type Driver } from "./driver/create-driver";
import { refuseAfterLoss } from "./driver/refuse-after-loss";
import { forgetNodes } from "./forget-nodes";
import { createFormatter } from "./format/create-formatter";
import { watchDocument, type Loss } from "./guard/watch-document";
import { createTranslator } from "./i18n/create-translator";
import type { PagesSurface } from "./create-surface";

export interface CrmOptions {
  readonly window: Window & typeof globalThis;
  readonly host: Host;
  readonly loader: Loader;
  readonly model: ModelView;
  /** The surface that the host was made with; from here on the screens answer it. */
  readonly surface: PagesSurface;
  /** The first page; its rows are in the model. */
  readonly page: PageData;
  /** Gives another page. */
  fetchPage(url: string): Promise<PageData>;
  /** The page is about to be drawn: the model must hold its rows from here on. */
  takePage?(page: PageData): void;
  /** Has a hook sent that a developer asks for. */
  sendHook?(hook: AskedHook): Promise<void>;
  /** Widgets start no sooner than this. */
  readonly beforeWidgets?: Promise<unknown>;
}

const listPaths = { contacts: "/contacts/list/", companies: "/contacts/list/companies/" } as const;
/** A search shows few; those that are linked already may be among them. */
const foundLimit = 12;

/** The CRM that stands in a window. */
export interface RunningCrm {
  readonly crm: Crm;
  /** `window.emulator`, for tests that drive the page. */
  readonly driver: Driver;
  /** Set when a widget has taken the page apart. */
  readonly loss: Store<Loss | null>;
  /** Draws the first page; resolves when its widgets have started. */
  start(): Promise<void>;
  setFaults(faults: Faults): void;
  /** Says what keeps the widget's last build from being shown. */
  setProblems(problems: PageData["problems"]): void;
  dispose(): void;
}

/**
 * Draws the CRM into a window and keeps address, screen and widgets together: each page is drawn whole, then the
 * loader starts its widgets. Inside it nothing loads the document again.
 */
export function createCrm(options: CrmOptions): RunningCrm {
  const { window, host, loader, model, surface, fetchPage, takePage, beforeWidgets } = options;
  const { document } = window;
  const root = document.createElement("div");
  root.className = "crm";
  root.id = "wrapper";
  document.body.append(root);
  const { loss, dispose: stopWatching } = watchDocument(host, root);

  const user = model.tables.users.get(model.account.current_user_id);
  const locale = user?.lang ?? model.account.language;
  const page = createStore(options.page);
  const opened = createStore<Opened>("drawn");
  const toasts = createStore<readonly ShownToast[]>([]);
  const modals = createStore<readonly Modal[]>([]);
  const badges = createStore<Readonly<Record<string, number>>>({});
  const editing = createStore<Editing>(null);
  const underWay = new Set<Promise<unknown>>();
  let visit = 0;
  let keys = 0;

  const crm: Crm = {
    window,
    host,
    loader,
    model,
    t: createTranslator(locale),
    format: createFormatter(model.account, locale, () => model.now()),
    page,
    opened,
    toasts,
    modals,
    badges,
    editing,
    sendHook: options.sendHook ?? null,
    navigate: (url) => go(url, "push"),
    reload: () => go(page.get().url, "replace"),
    async renew(query = "") {
      const here = visit;
      const { url } = page.get();
      const data = await fetchPage(`${url}${url.includes("?") ? "&" : "?"}${query}`).catch(() => null);
      if (data === null || here !== visit) return;
      takePage?.(data);
      page.set({ ...data, url });
    },
    async search(kind, query) {
      const { list, snapshot } = await fetchPage(
        `${listPaths[kind]}?limit=${foundLimit}&query=${encodeURIComponent(query)}`,
      );
      const rows = snapshot.tables[kind] as readonly CardRows[typeof kind][];
      return (list?.ids ?? []).flatMap((id) => rows.find((row) => row.id === id) ?? []);
    },
    openModal(draw, className = "") {
      const key = (keys += 1);
      const close = () => modals.set(modals.get().filter((modal) => modal.key !== key));
      modals.set([...modals.get(), { key, className, draw: () => draw(close), close }]);
      return close;
    },
    track(work) {
      const tracked = work.catch(() => undefined).finally(() => underWay.delete(tracked));
      underWay.add(tracked);
      return work;
    },
    async settle() {
      do {
        await Promise.all(underWay);
        // Preact draws in a microtask; layout effects, which begin further work, run with it.
        await new Promise((resolve) => setTimeout(resolve));
      } while (underWay.size > 0);
    },
    async attempt(work) {
      try {
        return await work();
      } catch (error) {
        showToast({
          kind: "error",
          header: crm.t("common.refused"),
          html: escapeText(error instanceof Error ? error.message : String(error)),
          date: model.now(),
          link: null,
        });
        return undefined;
      }
    },
  };

  function showToast(toast: Omit<ShownToast, "key">): void {
    toasts.set([...toasts.get().slice(-4), { ...toast, key: (keys += 1) }]);
  }

  async function go(url: string, how: "push" | "replace" | "stay"): Promise<void> {
    const target = new window.URL(url, window.location.href);
    if (target.origin !== window.location.origin) {
      window.open(target.href, "_blank", "noopener");
      return;
    }
    // Nothing can be drawn where the page's elements are gone.
    if (loss.get() !== null) return window.location.assign(target.href);
    const here = (visit += 1);
    document.body.classList.add("page-loading");
    const data = await crm.attempt(() => fetchPage(`${target.pathname}${target.search}`));
    if (here !== visit) return;
    document.body.classList.remove("page-loading");
    if (data === undefined) return;
    if (how === "push") window.history.pushState(null, "", data.url);
    if (how === "replace") window.history.replaceState(null, "", data.url);
    loader.closePage();
    forgetNodes(host.$, document.getElementById("page_holder"));
    takePage?.(data);
    await open(data);
  }

  /** Draws the page, then hands it to the host and the widgets. */
  async function open(data: PageData): Promise<void> {
    const here = visit;
    modals.set([]);
    editing.set(null);
    opened.set("drawn");
    page.set(data);
    draw();
    await beforeWidgets;
    if (here !== visit) return;
    const started = crm.track(loader.openPage(describePage(crm, data)));
    opened.set("open");
    await started;
    if (here === visit) opened.set("started");
  }

  function draw(): void {
    showLook();
    render(
      <CrmContext.Provider value={crm}>
        <App visit={visit} />
      </CrmContext.Provider>,
      root,
    );
    document.title = crm.t("app.title", { account: model.account.name });
  }

  /** What of the account and of the faults changes the look of the whole page. */
  function showLook(): void {
    const { faults } = page.get();
    const { documentElement } = document;
    const theme = model.tables.users.get(model.account.current_user_id)?.theme;
    const isDark = faults.theme === null ? theme === 2 : faults.theme === "dark";
    documentElement.dataset.colorScheme = isDark ? "dark" : "light";
    documentElement.lang = locale;
    documentElement.classList.toggle("crm-narrow-panel", faults.narrowPanel);
    documentElement.classList.toggle("crm-zoomed", faults.zoom === 200);
  }

  const onPopState = () => void go(`${window.location.pathname}${window.location.search}`, "stay");
  const onLinkClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a.js-navigate-link[href]");
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link === null || !isPlain || event.defaultPrevented || link.target === "_blank") return;
    event.preventDefault();
    host.APP.router.navigate(link.getAttribute("href") ?? "/");
  };

  const disconnect = surface.connect({
    navigate: (url) => void crm.navigate(url),
    back: () => window.history.back(),
    reload: () => void crm.reload(),
    showToast,
    setMenuBadge: (widget, item, count) => badges.set({ ...badges.get(), [`${widget}:${item}`]: count }),
  });
  const unsubscribe = model.subscribe(showLook);
  document.addEventListener("click", onLinkClick);
  window.addEventListener("popstate", onPopState);

  return {
    crm,
    loss,
    driver: refuseAfterLoss(createDriver(crm), loss),
    start: () => open(options.page),
    setFaults(faults) {
      page.set({ ...page.get(), faults });
      showLook();
    },
    setProblems: (problems) => page.set({ ...page.get(), problems }),
    dispose() {
      visit += 1;
      stopWatching();
      disconnect();
      unsubscribe();
      document.removeEventListener("click", onLinkClick);
      window.removeEventListener("popstate", onPopState);
      loader.closePage();
      render(null, root);
      root.remove();
    },
  };
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
