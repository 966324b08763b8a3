import type Backbone from "backbone";

/**
 * The old libraries that the CRM puts into its page, in the CRM's versions: jQuery 2.1.3, underscore 1.9.1, Backbone
 * 1.1.2, twig 0.8.9, moment 2.24.0. AMD modules of the same names give these very instances.
 */
export interface Libraries {
  readonly $: JQueryStatic;
  readonly _: _.UnderscoreStatic;
  readonly Backbone: typeof Backbone;
  readonly Twig: Twig;
  readonly moment: Moment;
}

/** As much of twig.js 0.8.9 as the SDK uses. */
export interface Twig {
  twig(options: {
    readonly id?: string;
    readonly data?: string;
    readonly ref?: string;
    readonly href?: string;
    readonly autoescape?: boolean;
    readonly allowInlineIncludes?: boolean;
  }): TwigTemplate | null;
  extendFunction(name: string, run: (...args: unknown[]) => unknown): void;
  extendFilter(name: string, run: (value: unknown, args?: readonly unknown[]) => unknown): void;
}

export interface TwigTemplate {
  render(params?: Readonly<Record<string, unknown>>): string;
}

/** As much of moment 2.24.0 as the SDK uses. */
export interface Moment {
  (input?: number | string | Date, format?: string | readonly string[], strict?: boolean): MomentDate;
  unix(seconds: number): MomentDate;
  locale(name?: string): string;
}

export interface MomentDate {
  format(pattern?: string): string;
  fromNow(): string;
  isValid(): boolean;
  unix(): number;
  toDate(): Date;
}
