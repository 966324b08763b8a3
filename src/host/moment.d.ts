/**
 * moment 2.24.0 as the CRM's page has it: what widgets use of it. The published package is the library itself, with
 * known weaknesses, and is not installed for its types alone. Kommo: Modules.
 */
declare module "moment" {
  export = moment;

  function moment(input?: moment.Input, strict?: boolean): moment.Moment;
  function moment(input: moment.Input, format: moment.Format, strict?: boolean): moment.Moment;
  function moment(
    input: moment.Input,
    format: moment.Format,
    locale: string,
    strict?: boolean,
  ): moment.Moment;

  namespace moment {
    type Input =
      | Moment
      | Date
      | string
      | number
      | readonly number[]
      | Record<string, number>
      | null
      | undefined;
    type Format = string | readonly string[];
    type Unit =
      | "year"
      | "years"
      | "y"
      | "quarter"
      | "quarters"
      | "Q"
      | "month"
      | "months"
      | "M"
      | "week"
      | "weeks"
      | "w"
      | "isoWeek"
      | "isoWeeks"
      | "W"
      | "day"
      | "days"
      | "d"
      | "date"
      | "dates"
      | "D"
      | "hour"
      | "hours"
      | "h"
      | "minute"
      | "minutes"
      | "m"
      | "second"
      | "seconds"
      | "s"
      | "millisecond"
      | "milliseconds"
      | "ms";
    type Amount = number | string | Duration | { readonly [U in Unit]?: number };

    interface Moment {
      format(pattern?: string): string;
      fromNow(withoutSuffix?: boolean): string;
      from(input: Input, withoutSuffix?: boolean): string;
      toNow(withoutSuffix?: boolean): string;
      to(input: Input, withoutSuffix?: boolean): string;
      calendar(reference?: Input, formats?: Record<string, string>): string;
      diff(input: Input, unit?: Unit, precise?: boolean): number;
      add(amount?: Amount, unit?: Unit): Moment;
      subtract(amount?: Amount, unit?: Unit): Moment;
      startOf(unit: Unit): Moment;
      endOf(unit: Unit): Moment;
      clone(): Moment;
      valueOf(): number;
      unix(): number;
      toDate(): Date;
      toISOString(keepOffset?: boolean): string;
      toJSON(): string;
      toArray(): number[];
      toObject(): Record<string, number>;
      isValid(): boolean;
      isBefore(input?: Input, unit?: Unit): boolean;
      isAfter(input?: Input, unit?: Unit): boolean;
      isSame(input?: Input, unit?: Unit): boolean;
      isSameOrBefore(input?: Input, unit?: Unit): boolean;
      isSameOrAfter(input?: Input, unit?: Unit): boolean;
      isBetween(from: Input, to: Input, unit?: Unit | null, bounds?: "()" | "[)" | "(]" | "[]"): boolean;
      isLeapYear(): boolean;
      isDST(): boolean;
      isLocal(): boolean;
      isUtc(): boolean;
      utc(keepTime?: boolean): Moment;
      local(keepTime?: boolean): Moment;
      utcOffset(): number;
      utcOffset(offset: number | string, keepTime?: boolean): Moment;
      locale(): string;
      locale(locale: string | readonly string[] | false): Moment;
      localeData(): LocaleData;
      daysInMonth(): number;
      get(unit: Unit): number;
      set(unit: Unit, value: number): Moment;
      set(values: { readonly [U in Unit]?: number }): Moment;
      year(): number;
      year(value: number): Moment;
      quarter(): number;
      quarter(value: number): Moment;
      month(): number;
      month(value: number | string): Moment;
      week(): number;
      week(value: number): Moment;
      isoWeek(): number;
      isoWeek(value: number): Moment;
      weekday(): number;
      weekday(value: number): Moment;
      isoWeekday(): number;
      isoWeekday(value: number | string): Moment;
      day(): number;
      day(value: number | string): Moment;
      date(): number;
      date(value: number): Moment;
      dayOfYear(): number;
      dayOfYear(value: number): Moment;
      hour(): number;
      hour(value: number): Moment;
      hours(): number;
      hours(value: number): Moment;
      minute(): number;
      minute(value: number): Moment;
      minutes(): number;
      minutes(value: number): Moment;
      second(): number;
      second(value: number): Moment;
      seconds(): number;
      seconds(value: number): Moment;
      millisecond(): number;
      millisecond(value: number): Moment;
      milliseconds(): number;
      milliseconds(value: number): Moment;
    }

    interface Duration {
      humanize(withSuffix?: boolean): string;
      as(unit: Unit): number;
      get(unit: Unit): number;
      add(amount: Amount, unit?: Unit): Duration;
      subtract(amount: Amount, unit?: Unit): Duration;
      clone(): Duration;
      valueOf(): number;
      toISOString(): string;
      locale(): string;
      locale(locale: string): Duration;
      milliseconds(): number;
      asMilliseconds(): number;
      seconds(): number;
      asSeconds(): number;
      minutes(): number;
      asMinutes(): number;
      hours(): number;
      asHours(): number;
      days(): number;
      asDays(): number;
      weeks(): number;
      asWeeks(): number;
      months(): number;
      asMonths(): number;
      years(): number;
      asYears(): number;
    }

    interface LocaleData {
      months(): string[];
      monthsShort(): string[];
      weekdays(): string[];
      weekdaysShort(): string[];
      weekdaysMin(): string[];
      firstDayOfWeek(): number;
      longDateFormat(key: "LT" | "LTS" | "L" | "LL" | "LLL" | "LLLL"): string;
    }

    const version: string;
    const ISO_8601: string;
    function utc(input?: Input, format?: Format, strict?: boolean): Moment;
    function unix(seconds: number): Moment;
    function parseZone(input?: Input, format?: Format): Moment;
    function duration(amount?: Amount, unit?: Unit): Duration;
    function isMoment(value: unknown): value is Moment;
    function isDate(value: unknown): value is Date;
    function isDuration(value: unknown): value is Duration;
    function now(): number;
    function min(...moments: Moment[]): Moment;
    function max(...moments: Moment[]): Moment;
    function locale(locale?: string | readonly string[]): string;
    function locales(): string[];
    function localeData(locale?: string): LocaleData;
    function defineLocale(name: string, settings: object | null): LocaleData;
    function updateLocale(name: string, settings: object | null): LocaleData;
    function months(): string[];
    function monthsShort(): string[];
    function weekdays(): string[];
    function weekdaysShort(): string[];
    function weekdaysMin(): string[];
  }
}
