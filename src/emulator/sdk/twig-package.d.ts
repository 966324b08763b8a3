/** As much of twig.js 0.8.9 as the emulator uses; the package brings no types. */
declare module "twig" {
  export interface TwigTemplate {
    readonly id?: string;
    render(params?: Readonly<Record<string, unknown>>): string;
  }

  export interface TwigOptions {
    readonly id?: string;
    readonly data?: string;
    readonly ref?: string;
    readonly href?: string;
    readonly autoescape?: boolean;
    readonly allowInlineIncludes?: boolean;
    readonly rethrow?: boolean;
  }

  /** A tag is known by the expression that its text matches. */
  export interface TwigTag {
    readonly type: string;
    readonly regex: RegExp;
    readonly next: readonly string[];
    readonly open: boolean;
    compile?(token: { match: readonly string[] }): unknown;
    parse(token: unknown, context: unknown, chain: boolean): { chain: boolean; output: string };
  }

  /** What `Twig.extend` hands out: the inside of the library. */
  export interface TwigCore {
    readonly Template: { readonly prototype: { render(context?: object, params?: object): unknown } };
    readonly Templates: { readonly registry: Record<string, TwigTemplate> };
    readonly filters: { escape(value: unknown): unknown };
    Markup(text: string): unknown;
  }

  export interface Twig {
    twig(options: TwigOptions): TwigTemplate | null | undefined;
    extendFunction(name: string, run: (...args: never[]) => unknown): void;
    extendFilter(name: string, run: (value: never, args?: readonly never[] | false) => unknown): void;
    extendTag(tag: TwigTag): void;
    extend(change: (core: TwigCore) => void): void;
  }

  const twig: Twig;
  export default twig;
}
