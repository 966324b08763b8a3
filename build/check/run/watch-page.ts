import type { Sight } from "../../../src/checker/page-evidence";
import type { Page } from "../../browser/launch-chromium";
import { readPlaces } from "./read-noted";
import { Obstacle } from "./within";

export interface Traffic {
  /** The next document is asked for by the run, not by the widget. */
  expect(): void;
  /** Rejects when the page goes somewhere by itself, or crashes. */
  readonly left: Promise<never>;
  sights(): readonly Sight[];
}

const mostHosts = 50;
const mostReloads = 1;

/** Listens to a page from outside: what it asks foreign hosts for, and whether it stays where it was put. */
export function watchTraffic(page: Page, url: string, area: string): Traffic {
  const { origin } = new URL(url);
  const seen = new Map<string, Sight>();
  let expected = 0;
  let documents = 0;
  const away = new AbortController();
  const left = new Promise<never>((_resolve, reject) => {
    away.signal.addEventListener("abort", () => reject(away.signal.reason as Obstacle));
  });
  left.catch(() => undefined);
  const leave = (reason: string) => away.abort(new Obstacle(reason));

  page.on("request", (request) => {
    const isMain = request.isNavigationRequest() && request.frame() === page.mainFrame();
    const address = request.url();
    if (isMain && !address.startsWith(`${origin}/`))
      return leave(`the widget left the page for ${hostOf(address) ?? "another address"}`);
    if (address.startsWith(`${origin}/private/widget/proxy.php`)) {
      const target = new URLSearchParams(request.postData() ?? "").get("target");
      return add(target ?? "", "crm_post");
    }
    return add(address, request.resourceType());
  });
  page.on("domcontentloaded", () => {
    documents += 1;
    if (documents > expected + mostReloads) leave("the widget loads the page anew again and again");
  });
  page.on("crash", () => leave("the page crashed"));
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));

  return {
    expect() {
      expected += 1;
      documents = Math.min(documents, expected - 1);
    },
    left,
    sights: () => [...seen.values()],
  };

  function add(address: string, type: string): void {
    const host = hostOf(address);
    if (host === null || address.startsWith(`${origin}/`) || seen.size >= mostHosts) return;
    const kind = type === "script" ? "foreign-script" : "foreign-request";
    seen.set(`${kind} ${host} ${type}`, {
      kind,
      areas: [area],
      subject: host,
      detail: `${type}: ${address.slice(0, 200)}`,
      places: [],
    });
  }
}

function hostOf(address: string): string | null {
  return /^(?:https?|wss?):/.test(address) && URL.canParse(address) ? new URL(address).host : null;
}

interface ReportedError {
  readonly widget: string | null;
  readonly message: string;
  readonly stack: string;
  readonly origin: string;
}

/** What the widget threw, as the emulator has heard of it. */
export async function listThrown(url: string, code: string, area: string): Promise<Sight[]> {
  const response = await fetch(`${url}-/report.json`);
  const { errors } = (await response.json()) as { readonly errors: readonly ReportedError[] };
  const marker = `/widgets/${code}/`;
  return errors
    .filter(({ widget, origin, stack }) => origin === "widget" && (widget === code || stack.includes(marker)))
    .slice(0, 20)
    .map(({ message, stack }) => ({
      kind: "error",
      areas: [area],
      subject: message.slice(0, 200),
      detail: "",
      places: readPlaces(
        stack
          .split("\n")
          .filter((line) => line.includes(marker))
          .map((line) => (line.split(marker)[1] as string).replace(/\?[^:]*/, "").replace(/\)$/, "")),
      ),
    }));
}
