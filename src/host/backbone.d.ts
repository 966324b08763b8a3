// oxlint-disable typescript/no-unsafe-declaration-merging -- Backbone mixes Events into the prototypes of its classes
/**
 * Backbone 1.1.2 as the CRM's page has it: the published types describe later versions, whose additions do not exist
 * there. Kommo: Modules.
 */
declare module "backbone" {
  export = Backbone;

  namespace Backbone {
    type Attributes = Record<string, unknown>;
    /** A listener gets what the event carries: for `change` a model, for `change:name` a model and the value. */
    type Listener = (...args: never[]) => unknown;

    interface Silent {
      silent?: boolean;
    }
    interface SetOptions extends Silent {
      unset?: boolean;
      validate?: boolean;
    }
    interface AddOptions extends Silent {
      at?: number;
      merge?: boolean;
      sort?: boolean;
    }
    interface SyncOptions extends JQueryAjaxSettings {
      wait?: boolean;
      patch?: boolean;
      parse?: boolean;
      silent?: boolean;
      validate?: boolean;
      attrs?: Attributes;
    }

    interface EventsMixin {
      on(events: string, listener: Listener, context?: unknown): this;
      on(events: Record<string, Listener>, context?: unknown): this;
      once(events: string, listener: Listener, context?: unknown): this;
      off(events?: string | null, listener?: Listener | null, context?: unknown): this;
      trigger(events: string, ...args: unknown[]): this;
      bind(events: string, listener: Listener, context?: unknown): this;
      unbind(events?: string | null, listener?: Listener | null, context?: unknown): this;
      listenTo(other: object, events: string, listener: Listener): this;
      listenToOnce(other: object, events: string, listener: Listener): this;
      stopListening(other?: object, events?: string, listener?: Listener): this;
    }
    const Events: EventsMixin;

    class Model implements EventsMixin {
      static extend<Members extends object>(
        this: abstract new (...args: never[]) => Model,
        members?: Members & ThisType<Members & Model>,
        statics?: object,
      ): new (attributes?: Attributes, options?: object) => Model & Members;
      constructor(attributes?: Attributes, options?: object);
      initialize(attributes?: Attributes, options?: object): void;
      attributes: Attributes;
      changed: Attributes;
      cid: string;
      collection: Collection;
      defaults: Attributes | (() => Attributes);
      id: string | number;
      idAttribute: string;
      urlRoot: string | (() => string);
      validationError: unknown;
      get(name: string): unknown;
      set(name: string, value: unknown, options?: SetOptions): this | false;
      set(attributes: Attributes, options?: SetOptions): this | false;
      unset(name: string, options?: Silent): this | false;
      clear(options?: Silent): this | false;
      has(name: string): boolean;
      escape(name: string): string;
      toJSON(options?: object): Attributes;
      clone(): this;
      isNew(): boolean;
      isValid(options?: object): boolean;
      validate(attributes: Attributes, options?: object): unknown;
      parse(response: unknown, options?: object): Attributes;
      url(): string;
      hasChanged(name?: string): boolean;
      changedAttributes(attributes?: Attributes): Attributes | false;
      previous(name: string): unknown;
      previousAttributes(): Attributes;
      sync(method: string, model: Model, options?: SyncOptions): JQueryXHR;
      fetch(options?: SyncOptions): JQueryXHR;
      save(attributes?: Attributes | null, options?: SyncOptions): JQueryXHR | false;
      destroy(options?: SyncOptions): JQueryXHR | false;
      keys(): string[];
      values(): unknown[];
      pairs(): [string, unknown][];
      invert(): Record<string, string>;
      pick(...names: string[]): Attributes;
      omit(...names: string[]): Attributes;
    }
    interface Model extends EventsMixin {}

    class Collection<M extends Model = Model> implements EventsMixin {
      static extend<Members extends object>(
        this: abstract new (...args: never[]) => Collection,
        members?: Members & ThisType<Members & Collection>,
        statics?: object,
      ): new (models?: readonly object[], options?: object) => Collection & Members;
      constructor(models?: readonly object[], options?: object);
      initialize(models?: readonly object[], options?: object): void;
      model: new (...args: never[]) => M;
      models: M[];
      length: number;
      comparator: string | ((model: M) => unknown) | ((a: M, b: M) => number);
      url: string | (() => string);
      get(id: string | number | object): M | undefined;
      at(index: number): M | undefined;
      add(models: object | readonly object[], options?: AddOptions): M | M[];
      set(
        models: object | readonly object[],
        options?: AddOptions & { add?: boolean; remove?: boolean },
      ): M | M[];
      reset(models?: readonly object[], options?: Silent): M[];
      remove(models: object | readonly object[], options?: Silent): M | M[];
      push(model: object, options?: AddOptions): M;
      pop(options?: Silent): M | undefined;
      unshift(model: object, options?: AddOptions): M;
      shift(options?: Silent): M | undefined;
      slice(start?: number, end?: number): M[];
      where(attributes: object): M[];
      findWhere(attributes: object): M | undefined;
      pluck(name: string): unknown[];
      sort(options?: Silent): this;
      clone(): this;
      toJSON(options?: object): unknown[];
      parse(response: unknown, options?: object): unknown;
      fetch(options?: SyncOptions & { reset?: boolean }): JQueryXHR;
      create(attributes: object, options?: SyncOptions): M | false;
      sync(method: string, collection: Collection, options?: SyncOptions): JQueryXHR;
      each(visit: (model: M, index: number) => void, context?: unknown): M[];
      forEach(visit: (model: M, index: number) => void, context?: unknown): M[];
      map<T>(visit: (model: M, index: number) => T, context?: unknown): T[];
      collect<T>(visit: (model: M, index: number) => T, context?: unknown): T[];
      reduce<T>(visit: (result: T, model: M, index: number) => T, start: T): T;
      find(test: (model: M) => boolean, context?: unknown): M | undefined;
      detect(test: (model: M) => boolean, context?: unknown): M | undefined;
      filter(test: (model: M) => boolean, context?: unknown): M[];
      select(test: (model: M) => boolean, context?: unknown): M[];
      reject(test: (model: M) => boolean, context?: unknown): M[];
      every(test: (model: M) => boolean, context?: unknown): boolean;
      all(test: (model: M) => boolean, context?: unknown): boolean;
      some(test: (model: M) => boolean, context?: unknown): boolean;
      any(test: (model: M) => boolean, context?: unknown): boolean;
      contains(model: M): boolean;
      include(model: M): boolean;
      invoke(method: string, ...args: unknown[]): unknown[];
      max(value?: (model: M) => number): M;
      min(value?: (model: M) => number): M;
      toArray(): M[];
      size(): number;
      first(): M | undefined;
      first(count: number): M[];
      head(): M | undefined;
      take(count: number): M[];
      initial(count?: number): M[];
      rest(from?: number): M[];
      tail(from?: number): M[];
      drop(from?: number): M[];
      last(): M | undefined;
      last(count: number): M[];
      without(...models: M[]): M[];
      difference(other: readonly M[]): M[];
      indexOf(model: M, isSorted?: boolean): number;
      lastIndexOf(model: M, from?: number): number;
      shuffle(): M[];
      sample(count: number): M[];
      isEmpty(): boolean;
      groupBy(by: string | ((model: M) => unknown)): Record<string, M[]>;
      countBy(by: string | ((model: M) => unknown)): Record<string, number>;
      indexBy(by: string | ((model: M) => unknown)): Record<string, M>;
      sortBy(by: string | ((model: M) => unknown)): M[];
    }
    interface Collection<M extends Model = Model> extends EventsMixin {}

    interface ViewOptions {
      model?: Model;
      collection?: Collection;
      el?: string | Element | JQuery;
      id?: string;
      attributes?: Record<string, unknown>;
      className?: string;
      tagName?: string;
      events?: Record<string, string | Listener>;
    }
    class View implements EventsMixin {
      static extend<Members extends object>(
        this: abstract new (...args: never[]) => View,
        members?: Members & ThisType<Members & View>,
        statics?: object,
      ): new (options?: ViewOptions & Record<string, unknown>) => View & Members;
      constructor(options?: ViewOptions);
      initialize(options?: ViewOptions): void;
      $el: JQuery;
      el: HTMLElement;
      cid: string;
      tagName: string;
      model: Model;
      collection: Collection;
      $(selector: string): JQuery;
      render(): this;
      remove(): this;
      setElement(element: string | Element | JQuery, delegate?: boolean): this;
      delegateEvents(events?: Record<string, string | Listener>): this;
      undelegateEvents(): this;
    }
    interface View extends EventsMixin {}

    interface NavigateOptions {
      trigger?: boolean;
      replace?: boolean;
    }
    class Router implements EventsMixin {
      static extend<Members extends object>(
        this: abstract new (...args: never[]) => Router,
        members?: Members & ThisType<Members & Router>,
        statics?: object,
      ): new (options?: object) => Router & Members;
      constructor(options?: { routes?: Record<string, string> });
      routes: Record<string, string>;
      route(route: string | RegExp, name: string, callback?: Listener): this;
      navigate(fragment: string, options?: NavigateOptions | boolean): this;
      execute(callback: Listener | null, args: unknown[]): void;
    }
    interface Router extends EventsMixin {}

    class History implements EventsMixin {
      static started: boolean;
      fragment: string;
      start(options?: {
        pushState?: boolean;
        root?: string;
        hashChange?: boolean;
        silent?: boolean;
      }): boolean;
      stop(): void;
      navigate(fragment: string, options?: NavigateOptions | boolean): boolean;
      loadUrl(fragment?: string): boolean;
      getFragment(fragment?: string): string;
      checkUrl(): false | void;
    }
    interface History extends EventsMixin {}

    const history: History;
    const VERSION: string;
    let $: JQueryStatic;
    let emulateHTTP: boolean;
    let emulateJSON: boolean;
    function sync(method: string, model: Model | Collection, options?: SyncOptions): JQueryXHR;
    function ajax(settings: JQueryAjaxSettings): JQueryXHR;
    function noConflict(): typeof Backbone;
  }
}
