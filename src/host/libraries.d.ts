// The libraries that the CRM's page offers as AMD modules, each as the version that stands there has it. jQuery and
// underscore have their types from packages, Backbone and moment in files of their own. Kommo: Modules.

declare module "twigjs" {
  type Values = Readonly<Record<string, unknown>>;
  /** A template of twig.js 0.8.9. */
  interface TwigTemplate {
    render(params?: Values): string;
  }
  interface TwigOptions {
    id?: string;
    data?: string;
    ref?: string;
    href?: string;
    async?: boolean;
    autoescape?: boolean;
    allowInlineIncludes?: boolean;
    rethrow?: boolean;
    load?: (template: TwigTemplate) => void;
    error?: (error: unknown) => void;
  }
  const Twig: {
    twig(options: TwigOptions): TwigTemplate;
    extendFilter(name: string, filter: (value: never, args?: readonly never[] | false) => unknown): void;
    extendFunction(name: string, run: (...args: never[]) => unknown): void;
    extendTest(name: string, test: (...args: never[]) => boolean): void;
    extendTag(tag: object): void;
    cache(enabled: boolean): void;
    VERSION: string;
  };
  export default Twig;
}

declare module "quill" {
  interface Range {
    index: number;
    length: number;
  }
  interface Delta {
    ops?: readonly object[];
  }
  /** Quill 1.3.6. */
  export default class Quill {
    constructor(
      container: string | Element,
      options?: {
        theme?: string;
        placeholder?: string;
        readOnly?: boolean;
        modules?: Readonly<Record<string, unknown>>;
        formats?: readonly string[];
        bounds?: string | HTMLElement;
        scrollingContainer?: string | HTMLElement;
      },
    );
    static register(path: string | object, definition?: unknown, silent?: boolean): void;
    static import(path: string): unknown;
    root: HTMLDivElement;
    clipboard: {
      dangerouslyPasteHTML(html: string): void;
      dangerouslyPasteHTML(index: number, html: string): void;
    };
    getContents(index?: number, length?: number): Delta;
    setContents(delta: Delta, source?: string): Delta;
    updateContents(delta: Delta, source?: string): Delta;
    getText(index?: number, length?: number): string;
    setText(text: string, source?: string): Delta;
    getLength(): number;
    insertText(index: number, text: string, source?: string): Delta;
    insertEmbed(index: number, type: string, value: unknown, source?: string): Delta;
    deleteText(index: number, length: number, source?: string): Delta;
    format(name: string, value: unknown, source?: string): Delta;
    formatText(index: number, length: number, name: string, value: unknown, source?: string): Delta;
    getFormat(index?: number, length?: number): Record<string, unknown>;
    getSelection(focus?: boolean): Range | null;
    setSelection(index: number, length?: number, source?: string): void;
    getModule(name: string): unknown;
    on(
      event: "text-change" | "selection-change" | "editor-change",
      listener: (...args: never[]) => void,
    ): this;
    once(event: string, listener: (...args: never[]) => void): this;
    off(event: string, listener: (...args: never[]) => void): this;
    enable(enabled?: boolean): void;
    disable(): void;
    focus(): void;
    blur(): void;
    hasFocus(): boolean;
    update(source?: string): void;
  }
}

declare module "browser-detect" {
  /** browser-detect 0.2.28: the browser of this page, or of a user agent. */
  export default function browserDetect(userAgent?: string): {
    name?: string;
    version?: string;
    versionNumber?: number;
    mobile?: boolean;
    os?: string;
  };
}

declare module "chartjs" {
  interface Dataset {
    label?: string;
    data?: readonly (number | null | { x?: unknown; y?: unknown; r?: number })[];
    type?: string;
    backgroundColor?: string | readonly string[];
    borderColor?: string | readonly string[];
    borderWidth?: number;
    fill?: boolean | number | string;
    hidden?: boolean;
    stack?: string;
    yAxisID?: string;
    xAxisID?: string;
    [option: string]: unknown;
  }
  interface ChartData {
    labels?: (string | readonly string[] | number | Date)[];
    datasets?: Dataset[];
  }
  /** Chart.js 2.9.2. */
  export default class Chart {
    constructor(
      target: string | HTMLCanvasElement | CanvasRenderingContext2D | JQuery,
      config: {
        type?: string;
        data?: ChartData;
        options?: Readonly<Record<string, unknown>>;
        plugins?: readonly object[];
      },
    );
    static defaults: { global: Record<string, unknown>; [type: string]: unknown };
    static plugins: { register(plugin: object): void; unregister(plugin: object): void };
    static helpers: Record<string, unknown>;
    data: ChartData;
    options: Record<string, unknown>;
    canvas: HTMLCanvasElement;
    update(options?: { duration?: number; lazy?: boolean; easing?: string }): void;
    reset(): void;
    render(options?: { duration?: number; lazy?: boolean }): void;
    stop(): this;
    resize(): this;
    clear(): this;
    toBase64Image(): string;
    generateLegend(): string;
    getElementAtEvent(event: unknown): object[];
    getElementsAtEvent(event: unknown): object[];
    getDatasetAtEvent(event: unknown): object[];
    getDatasetMeta(index: number): Record<string, unknown>;
    destroy(): void;
  }
}

declare module "colorpicker" {
  /** colorpicker 3.0.0. What it gives is not documented. */
  const colorpicker: unknown;
  export default colorpicker;
}

declare module "rangeslider" {
  /** rangeslider 2.3.2 adds `$.fn.rangeslider`; it has no value of its own. */
  const rangeslider: unknown;
  export default rangeslider;
}

declare module "clipboard" {
  interface ClipboardEvent {
    action: "copy" | "cut";
    text: string;
    trigger: Element;
    clearSelection(): void;
  }
  /** clipboard.js 1.5.10. */
  export default class Clipboard {
    constructor(
      trigger: string | Element | NodeListOf<Element>,
      options?: {
        action?: (trigger: Element) => "copy" | "cut";
        target?: (trigger: Element) => Element;
        text?: (trigger: Element) => string;
      },
    );
    on(event: "success" | "error", listener: (event: ClipboardEvent) => void): this;
    destroy(): void;
  }
}

declare module "cocktail" {
  type Mixin = object | string | readonly (object | string)[];
  /** Cocktail 0.5.15: mixins for Backbone. */
  const Cocktail: {
    mixins: Record<string, object>;
    mixin(target: object, ...mixins: Mixin[]): void;
    patch(backbone: object): void;
    unpatch(backbone: object): void;
  };
  export default Cocktail;
}

declare module "accounting" {
  interface NumberFormat {
    precision?: number;
    thousand?: string;
    decimal?: string;
  }
  interface MoneyFormat extends NumberFormat {
    symbol?: string;
    format?: string | { pos: string; neg?: string; zero?: string };
  }
  type Value = number | string;
  /** accounting.js 0.3.2. */
  const accounting: {
    settings: { currency: MoneyFormat; number: NumberFormat };
    formatMoney(value: Value, format?: MoneyFormat): string;
    formatMoney(
      value: Value,
      symbol?: string,
      precision?: number,
      thousand?: string,
      decimal?: string,
      format?: string,
    ): string;
    formatNumber(value: Value, format?: NumberFormat): string;
    formatNumber(value: Value, precision?: number, thousand?: string, decimal?: string): string;
    formatColumn(values: readonly Value[], format?: MoneyFormat): string[];
    toFixed(value: Value, precision?: number): string;
    unformat(value: Value, decimal?: string): number;
    parse(value: Value, decimal?: string): number;
  };
  export default accounting;
}

declare module "device" {
  /** device 0.8.0: what kind of machine shows the page. */
  const device: {
    mobile(): boolean;
    tablet(): boolean;
    desktop(): boolean;
    ios(): boolean;
    iphone(): boolean;
    ipod(): boolean;
    ipad(): boolean;
    android(): boolean;
    androidPhone(): boolean;
    androidTablet(): boolean;
    windows(): boolean;
    windowsPhone(): boolean;
    windowsTablet(): boolean;
    landscape(): boolean;
    portrait(): boolean;
  };
  export default device;
}

declare module "enquire" {
  interface QueryHandler {
    match?: () => void;
    unmatch?: () => void;
    setup?: () => void;
    destroy?: () => void;
    deferSetup?: boolean;
  }
  /** enquire.js 2.1.1: media queries as events. */
  const enquire: {
    register(
      query: string,
      handler: QueryHandler | (() => void) | readonly (QueryHandler | (() => void))[],
      shouldDegrade?: boolean,
    ): typeof enquire;
    unregister(query: string, handler?: QueryHandler | (() => void)): typeof enquire;
  };
  export default enquire;
}

declare module "FileAPI" {
  /** FileAPI 2.0.5. */
  const FileAPI: {
    getFiles(
      source: Element | Event | JQuery,
      filter?: string | RegExp,
      done?: (files: File[]) => void,
    ): File[];
    filterFiles(
      files: readonly File[],
      test: (file: File, info: Record<string, unknown>) => boolean,
      done: (accepted: File[], rejected: File[]) => void,
    ): void;
    getInfo(file: File, done: (error: unknown, info: Record<string, unknown>) => void): void;
    readAsDataURL(file: File, progress: (event: { type: string; result?: string }) => void): void;
    readAsText(
      file: File,
      encoding: string,
      progress: (event: { type: string; result?: string }) => void,
    ): void;
    upload(options: {
      url: string;
      data?: Readonly<Record<string, unknown>>;
      headers?: Readonly<Record<string, string>>;
      files?: Readonly<Record<string, File | readonly File[]>>;
      progress?: (event: ProgressEvent) => void;
      complete?: (error: unknown, xhr: XMLHttpRequest) => void;
    }): XMLHttpRequest;
    event: {
      on(element: Element, event: string, listener: (event: Event) => void): void;
      off(element: Element, event: string, listener: (event: Event) => void): void;
      dnd(element: Element, hover: (over: boolean) => void, drop: (files: File[]) => void): void;
    };
  };
  export default FileAPI;
}

declare module "google-libphonenumber" {
  interface PhoneNumber {
    getCountryCode(): number | undefined;
    getNationalNumber(): number | undefined;
    getRawInput(): string | undefined;
  }
  interface PhoneNumberUtil {
    parse(number: string, region?: string): PhoneNumber;
    parseAndKeepRawInput(number: string, region?: string): PhoneNumber;
    format(number: PhoneNumber, format: number): string;
    isValidNumber(number: PhoneNumber): boolean;
    isPossibleNumber(number: PhoneNumber): boolean;
    getRegionCodeForNumber(number: PhoneNumber): string | undefined;
    getNumberType(number: PhoneNumber): number;
  }
  /** google-libphonenumber 3.0.0. */
  const libphonenumber: {
    PhoneNumberUtil: { getInstance(): PhoneNumberUtil };
    PhoneNumberFormat: Record<"E164" | "INTERNATIONAL" | "NATIONAL" | "RFC3966", number>;
    AsYouTypeFormatter: new (region: string) => { inputDigit(digit: string): string; clear(): void };
  };
  export default libphonenumber;
}

declare module "jplayer" {
  /** jPlayer 2.9.2 adds `$.fn.jPlayer`; it has no value of its own. */
  const jplayer: unknown;
  export default jplayer;
}

declare module "js-uuid" {
  /** js-uuid 0.0.6. */
  const uuid: { (): string; v1(): string; v4(): string };
  export default uuid;
}

declare module "fullcalendar" {
  /** FullCalendar 2 adds `$.fn.fullCalendar`; it has no value of its own. */
  const fullcalendar: unknown;
  export default fullcalendar;
}

declare module "pubsub" {
  type Listener = (topic: string, data: never) => void;
  /** PubSubJS 1.5.3. */
  const PubSub: {
    publish(topic: string, data?: unknown): boolean;
    publishSync(topic: string, data?: unknown): boolean;
    subscribe(topic: string, listener: Listener): string;
    unsubscribe(listenerOrTokenOrTopic: Listener | string): boolean | string;
    clearAllSubscriptions(): void;
    clearSubscriptions(topic: string): void;
  };
  export default PubSub;
}

declare module "steady" {
  /** Steady.js 2.0.0: scroll positions as events. */
  export default class Steady {
    constructor(options?: {
      conditions?: Readonly<Record<string, unknown>>;
      scrollElement?: Element | Window | string;
      throttle?: number;
      handler?: (values: Record<string, unknown>, done: () => void) => void;
    });
    addCondition(name: string, value: unknown): void;
    removeCondition(name: string): void;
    addTracker(name: string, track: () => unknown): void;
    resume(): void;
    stop(): void;
  }
}

declare module "store" {
  /** store.js 1.3.20: values in localStorage. */
  const store: {
    enabled: boolean;
    disabled: boolean;
    set(key: string, value: unknown): unknown;
    get(key: string, otherwise?: unknown): unknown;
    has(key: string): boolean;
    remove(key: string): void;
    clear(): void;
    getAll(): Record<string, unknown>;
    forEach(visit: (key: string, value: unknown) => void): void;
    transact(key: string, otherwise: unknown, change: (value: never) => void): void;
    serialize(value: unknown): string;
    deserialize(text: string): unknown;
  };
  export default store;
}

declare module "cropperjs" {
  /** Cropper.js 1.2.2. */
  export default class Cropper {
    constructor(image: HTMLImageElement | HTMLCanvasElement, options?: Readonly<Record<string, unknown>>);
    static setDefaults(options: Readonly<Record<string, unknown>>): void;
    crop(): this;
    reset(): this;
    clear(): this;
    replace(url: string, onlyColorChanged?: boolean): this;
    enable(): this;
    disable(): this;
    destroy(): this;
    move(x: number, y?: number): this;
    zoom(ratio: number): this;
    zoomTo(ratio: number): this;
    rotate(degrees: number): this;
    rotateTo(degrees: number): this;
    scale(x: number, y?: number): this;
    setAspectRatio(ratio: number): this;
    setDragMode(mode: "crop" | "move" | "none"): this;
    getData(
      rounded?: boolean,
    ): Record<"x" | "y" | "width" | "height" | "rotate" | "scaleX" | "scaleY", number>;
    setData(data: Readonly<Record<string, number>>): this;
    getImageData(): Record<string, number>;
    getCanvasData(): Record<string, number>;
    getCropBoxData(): Record<"left" | "top" | "width" | "height", number>;
    setCropBoxData(data: Readonly<Record<string, number>>): this;
    getCroppedCanvas(options?: Readonly<Record<string, unknown>>): HTMLCanvasElement;
  }
}

declare module "virtualized-list" {
  /** virtualized-list 2.2.0: draws only the rows that are seen. */
  export default class VirtualizedList {
    constructor(
      container: Element,
      options: {
        height: number;
        rowCount: number;
        renderRow: (row: number, index: number) => Element;
        rowHeight: number | readonly number[] | ((index: number) => number);
        initialScrollTop?: number;
        initialIndex?: number;
        overscanCount?: number;
        estimatedRowHeight?: number;
        onMount?: () => void;
        onScroll?: (scrollTop: number, event: Event) => void;
        onRowsRendered?: (range: { startIndex: number; stopIndex: number }) => void;
      },
    );
    scrollToIndex(index: number, alignment?: "start" | "center" | "end"): void;
    setRowCount(count: number): void;
    destroy(): void;
  }
}

declare module "intl_tel_input" {
  /** intl-tel-input 3.7.1 adds `$.fn.intlTelInput`; it has no value of its own. */
  const intlTelInput: unknown;
  export default intlTelInput;
}

/** What plugins of the modules above add to jQuery, once the module is loaded. */
interface JQuery {
  rangeslider(optionsOrMethod?: object | string, ...args: unknown[]): this;
  intlTelInput(optionsOrMethod?: object | string, ...args: unknown[]): unknown;
  fullCalendar(optionsOrMethod?: object | string, ...args: unknown[]): unknown;
  jPlayer(optionsOrMethod?: object | string, ...args: unknown[]): this;
}

/** What answers had before jQuery 3 took it away. */
interface JQueryXHR<C> {
  success(listener: (...args: unknown[]) => void): this;
  error(listener: (...args: unknown[]) => void): this;
  complete(listener: (...args: unknown[]) => void): this;
}
