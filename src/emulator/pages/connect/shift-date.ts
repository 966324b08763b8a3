/**
 * Lets `Date` in a window tell another present: what the account believes instead of the machine's clock. Time goes on
 * from there and timers run as ever; dates that are made from a value are not touched. Returns the disposer.
 *
 * @example
 * const restore = shiftDate(window, page.now - Date.now());
 */
export function shiftDate(window: Window & typeof globalThis, offset: number): () => void {
  const { Date: RealDate } = window;
  const now = () => RealDate.now() + offset;
  const ShiftedDate = function (this: unknown, ...parts: unknown[]) {
    if (new.target === undefined) return new RealDate(now()).toString();
    const values = parts.length === 0 ? [now()] : parts;
    return Reflect.construct(RealDate, values, new.target) as unknown;
  };
  Object.setPrototypeOf(ShiftedDate, RealDate);
  ShiftedDate.prototype = RealDate.prototype;
  Object.defineProperties(ShiftedDate, {
    now: { value: now, writable: true, configurable: true },
    name: { value: "Date" },
    length: { value: 7 },
  });
  // What asks a date for its constructor must get the one that is in the window.
  Object.defineProperty(RealDate.prototype, "constructor", {
    value: ShiftedDate,
    writable: true,
    configurable: true,
  });
  window.Date = ShiftedDate as unknown as DateConstructor;
  return () => {
    Object.defineProperty(RealDate.prototype, "constructor", {
      value: RealDate,
      writable: true,
      configurable: true,
    });
    window.Date = RealDate;
  };
}
