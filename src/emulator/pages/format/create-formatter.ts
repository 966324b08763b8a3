import type { Account, Locale } from "../../model/entities";

/** Dates, numbers and money as the account writes them. Times are Unix seconds, in the account's time zone. */
export interface Formatter {
  date(time: number): string;
  /** `12 Nov`, with the year where it is not the present one. */
  shortDate(time: number): string;
  time(time: number): string;
  dateTime(time: number): string;
  /** `Today 14:30`, `Yesterday 14:30`, else date and time. */
  moment(time: number): string;
  weekday(time: number): string;
  month(time: number): string;
  number(value: number): string;
  money(value: number, currency?: string): string;
  /** `DD.MM.YYYY`, what the date controls hold. */
  fieldDate(time: number): string;
  /** `HH:mm` */
  fieldTime(time: number): string;
  /** Start of the day of that moment, Unix seconds. */
  startOfDay(time: number): number;
  /** The moment of a day and clock time of the account's zone. */
  parse(date: string, clock?: string): number | null;
  initials(name: string): string;
}

/** Makes the formatter of an account; `now` tells the account's present. */
export function createFormatter(account: Account, locale: Locale, now: () => number): Formatter {
  const zone = { timeZone: safeZone(account.timezone) };
  // Made when first asked for: no page needs all of them.
  const format = (options: Intl.DateTimeFormatOptions) => {
    let made: Intl.DateTimeFormat | null = null;
    return (time: number) =>
      (made ??= new Intl.DateTimeFormat(locale, { ...zone, ...options })).format(time * 1000);
  };
  const date = format({ day: "numeric", month: "short", year: "numeric" });
  const dayAndMonth = format({ day: "numeric", month: "short" });
  const time = format({
    hour: "2-digit",
    minute: "2-digit",
    hour12: account.time_format.toLowerCase().includes("a"),
  });
  const parts = new Intl.DateTimeFormat("en-GB", {
    ...zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const read = (at: number) =>
    Object.fromEntries(parts.formatToParts(at * 1000).map(({ type, value }) => [type, value]));
  const year = format({ year: "numeric" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const numbers = new Intl.NumberFormat(locale);
  const money = createMoneyFormat(locale);

  const shortDate = (at: number) => (year(at) === year(now()) ? dayAndMonth(at) : date(at));
  const fieldDate = (at: number) => {
    const { day, month, year } = read(at);
    return `${day}.${month}.${year}`;
  };
  const fieldTime = (at: number) => {
    const { hour, minute } = read(at);
    return `${hour}:${minute}`;
  };
  const parse = (text: string, clock = "00:00") => {
    const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text.trim()) ?? [];
    const [, hour, minute] = /^(\d{1,2}):(\d{2})$/.exec(clock) ?? [];
    if (year === undefined || minute === undefined) return null;
    const wanted =
      Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) / 1000;
    const shown = read(wanted);
    const seen =
      Date.UTC(
        Number(shown.year),
        Number(shown.month) - 1,
        Number(shown.day),
        Number(shown.hour),
        Number(shown.minute),
      ) / 1000;
    return Number.isNaN(wanted) ? null : wanted - (seen - wanted);
  };
  const startOfDay = (at: number) => parse(fieldDate(at)) ?? at;

  return {
    date,
    shortDate,
    time,
    dateTime: (at) => `${date(at)} ${time(at)}`,
    moment(at) {
      const days = Math.round((startOfDay(at) - startOfDay(now())) / 86_400);
      if (Math.abs(days) > 1) {
        return `${shortDate(at)} ${time(at)}`;
      }
      const word = relative.format(days, "day");
      return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${time(at)}`;
    },
    weekday: format({ weekday: "short" }),
    month: format({ month: "long", year: "numeric" }),
    number: (value) => numbers.format(value),
    money: (value, currency = account.currency) => money(currency, value),
    fieldDate,
    fieldTime,
    startOfDay,
    parse,
    initials: (name) =>
      name
        .split(/\s+/)
        .filter((word) => /^[\p{L}\p{N}]/u.test(word))
        .slice(0, 2)
        .map((word) => [...word][0])
        .join("") || "?",
  };
}

/** Making a format takes as long as some fifty numbers do, so each is made once. */
function createMoneyFormat(locale: Locale): (currency: string, value: number) => string {
  const made = new Map<string, Intl.NumberFormat | null>();
  return (currency, value) => {
    const digits = Number.isInteger(value) ? 0 : 2;
    const key = `${currency} ${digits}`;
    const known = made.get(key);
    const format = known === undefined ? makeMoneyFormat(locale, currency, digits) : known;
    made.set(key, format);
    return format === null
      ? `${new Intl.NumberFormat(locale).format(value)} ${currency}`
      : format.format(value);
  };
}

/** Null for what is no currency. */
function makeMoneyFormat(locale: Locale, currency: string, digits: number): Intl.NumberFormat | null {
  try {
    return new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      maximumFractionDigits: digits,
    });
  } catch {
    return null;
  }
}

function safeZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
