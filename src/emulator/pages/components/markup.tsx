import { useLayoutEffect, useRef } from "preact/hooks";
import { useCrm } from "../crm";
import { readDescriptionMarkup } from "../widgets/clean-markup";

/** A widget's own description. */
export function Markup({ html, className }: { html: string; className: string }) {
  const { window } = useCrm();
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    element.current?.replaceChildren(readDescriptionMarkup(window, html));
  }, [html, window]);
  return <div ref={element} class={className} />;
}
