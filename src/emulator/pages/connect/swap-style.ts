/** Loads a widget's `style.css` anew without the page: the new sheet replaces the old one when it is there. */
export function swapStyle(document: Document, code: string, revision: number): void {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel~="stylesheet"][href]');
  for (const link of links) {
    const address = new URL(link.href);
    const [, folder, owner] = address.pathname.split("/");
    if ((folder !== "widgets" && folder !== "upl") || owner !== code) continue;
    address.searchParams.set("revision", String(revision));
    const next = link.cloneNode() as HTMLLinkElement;
    next.href = address.href;
    next.addEventListener("load", () => link.remove(), { once: true });
    next.addEventListener("error", () => link.remove(), { once: true });
    link.after(next);
  }
}
