import { useLayoutEffect, useRef } from "preact/hooks";
import { useCrm } from "../crm";
import { cleanMarkup } from "../widgets/clean-markup";

/** A widget's own text with simple markup, cleaned. */
export function Markup({ html, className }: { html: string; className: string }) {
  const { window } = useCrm();
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    element.current?.replaceChildren(cleanMarkup(window, html));
  }, [html, window]);
  return <div ref={element} class={className} />;
}
