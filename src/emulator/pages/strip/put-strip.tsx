import { render } from "preact";
import { CrmContext } from "../crm";
import type { RunningCrm } from "../create-crm";
import { Strip } from "./strip";
import { stripStyle } from "./strip-style";
import type { Watch } from "./watch-report";

/** What the strip asks of the page that it is put into. */
export interface StripOptions {
  readonly running: RunningCrm;
  readonly watch: Watch;
}

/** Before the page is drawn this costs nothing; afterwards all of it would be laid out again. */
export function makeRoomForStrip(document: Document): void {
  document.documentElement.classList.add("with-strip");
}

/**
 * Puts the developer's strip under the page, in a shadow tree: no style of a widget's reaches it, and it is no part of
 * what a widget finds in the document. Returns the disposer.
 */
export function putStrip({ running, watch }: StripOptions): () => void {
  const { crm } = running;
  const { document, CSSStyleSheet } = crm.window;
  const holder = document.createElement("komponent-strip");
  const shadow = holder.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(stripStyle);
  shadow.adoptedStyleSheets = [sheet];
  const put = () => {
    // A document that was opened anew has no elements until it is closed.
    if (document.documentElement === null) document.close();
    document.documentElement.append(holder);
    makeRoomForStrip(document);
  };
  put();
  const stop = running.loss.subscribe(put);
  render(
    <CrmContext.Provider value={crm}>
      <Strip watch={watch} loss={running.loss} />
    </CrmContext.Provider>,
    shadow,
  );
  return () => {
    stop();
    render(null, shadow);
    holder.remove();
    document.documentElement.classList.remove("with-strip");
  };
}
