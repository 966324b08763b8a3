import { useMemo } from "preact/hooks";
import { createTranslate, type Translate } from "../translate";
import { useHost } from "./use-host";

/**
 * The texts of the widget; see `createTranslate`.
 *
 * @example
 * const t = useTranslate();
 * return <h3>{t("card.title")}</h3>;
 */
export function useTranslate(): Translate {
  const widget = useHost();
  return useMemo(() => createTranslate(widget), [widget]);
}
