/**
 * The last minute of a day that lies some days ahead, in the account's time zone: that is where the CRM shows it.
 * Unix seconds.
 */
export function endOfDay(now: Date, days: number, timeZone: string): number {
  const { year, month, day } = readDay(now, timeZone);
  const wanted = Date.UTC(year, month - 1, day + days, 23, 59);
  // The zone's distance from UTC may change between now and then; measured at the first guess it is right.
  return (wanted - readOffset(new Date(wanted), timeZone)) / 1000;
}

function readDay(date: Date, timeZone: string) {
  const parts = readParts(date, timeZone);
  return { year: parts["year"] ?? 0, month: parts["month"] ?? 1, day: parts["day"] ?? 1 };
}

/** How far the zone's clock is ahead of UTC at a moment; milliseconds. */
function readOffset(date: Date, timeZone: string): number {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = readParts(date, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(date.getTime() / 60_000) * 60_000;
}

function readParts(date: Date, timeZone: string): Partial<Record<string, number>> {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
}
