import { useLayoutEffect, useRef } from "preact/hooks";
import type { TableName } from "../model/entities";
import { useCrm } from "./crm";

/** Changes come in bursts; figures are asked for this many milliseconds after the first of one. */
const settling = 100;
/** A column grows by this many cards. */
const step = 25;

/**
 * Keeps the figures of the page right, which only the server can count: they are asked for again when a row of these
 * tables changes. Gives what lets a column show more than the cards that it shows now.
 */
export function useFigures(tables: readonly TableName[]): (column: string, shown: number) => Promise<void> {
  const { model, renew } = useCrm();
  const lengths = useRef(new Map<string, number>());
  const ask = () =>
    renew([...lengths.current].map(([column, length]) => `shown[${column}]=${length}`).join("&"));

  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = model.subscribe((changes) => {
      if (timer !== undefined || !changes.some(({ table }) => tables.some((name) => name === table))) return;
      timer = setTimeout(() => {
        timer = undefined;
        void ask();
      }, settling);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [model]);

  return (column, shown) => {
    lengths.current.set(column, shown + step);
    return ask();
  };
}
