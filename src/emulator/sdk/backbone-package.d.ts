/** As much of Backbone 1.1.2 as the emulator uses; the package brings no types. */
declare module "backbone" {
  export class Model {
    constructor(attributes?: object);
    id: unknown;
    attributes: Record<string, unknown>;
    get(name: string): unknown;
    set(name: string, value: unknown, options?: object): this;
    set(values: object, options?: object): this;
    on(event: string, callback: (...args: never[]) => void, context?: unknown): this;
    off(event?: string, callback?: (...args: never[]) => void, context?: unknown): this;
    toJSON(): Record<string, unknown>;
  }

  export class Collection<M extends Model = Model> {
    constructor(models?: readonly object[]);
    readonly length: number;
    readonly models: M[];
    get(id: number | string): M | undefined;
    where(attributes: object): M[];
    on(event: string, callback: (...args: never[]) => void, context?: unknown): this;
    off(event?: string, callback?: (...args: never[]) => void, context?: unknown): this;
  }

  interface Backbone {
    $: JQueryStatic;
    readonly Model: typeof Model;
    readonly Collection: typeof Collection;
    readonly View: { extend(members: object, statics?: object): unknown };
    readonly Events: object;
  }

  const backbone: Backbone;
  export default backbone;
}
