import { suggestName } from "../../manifest/suggest-name";

/** The part of JSON Schema that the emulator's own schemas use (draft 2020-12). */
export interface Schema {
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "integer" | "boolean";
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

export interface SchemaFault {
  /** Keys and indexes from the top. */
  readonly path: readonly (string | number)[];
  readonly found: string;
  readonly expected: string;
  readonly fix: string | null;
}

/** Holds data against a schema; gives every fault with its place. */
export function checkSchema(data: unknown, schema: Schema, root: Schema = schema): SchemaFault[] {
  return check(data, schema, []);

  function check(value: unknown, given: Schema, path: SchemaFault["path"]): SchemaFault[] {
    const rule = resolve(given);
    const fault = (expected: string, fix: string | null = null): SchemaFault[] => [
      { path, found: describe(value), expected, fix },
    ];
    if (rule.enum !== undefined) {
      return rule.enum.includes(value)
        ? []
        : fault(`one of ${rule.enum.map((item) => JSON.stringify(item)).join(", ")}`);
    }
    if (rule.type === "object") return isObject(value) ? checkObject(value, rule, path) : fault("an object");
    if (rule.type === "array") {
      if (!Array.isArray(value)) return fault("a list");
      if (value.length > (rule.maxItems ?? Infinity)) return fault(`at most ${rule.maxItems} items`);
      const { items } = rule;
      return items === undefined ? [] : value.flatMap((item, index) => check(item, items, [...path, index]));
    }
    if (rule.type === "string") return checkText(value, rule) ? [] : fault(describeText(rule));
    if (rule.type === "integer") {
      const { minimum = -Infinity, maximum = Infinity } = rule;
      const fits = Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
      return fits ? [] : fault(`a whole number from ${minimum} to ${maximum}`);
    }
    if (rule.type === "boolean") return typeof value === "boolean" ? [] : fault("true or false");
    return [];
  }

  function checkObject(
    value: Readonly<Record<string, unknown>>,
    rule: Schema,
    path: SchemaFault["path"],
  ): SchemaFault[] {
    const { properties = {}, required = [], maxProperties = Infinity } = rule;
    const faults: SchemaFault[] = required
      .filter((name) => !Object.hasOwn(value, name))
      .map((name) => ({ path, found: "nothing", expected: `a member "${name}"`, fix: null }));
    if (Object.keys(value).length > maxProperties) {
      faults.push({ path, found: describe(value), expected: `at most ${maxProperties} members`, fix: null });
    }
    for (const [name, member] of Object.entries(value)) {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (known !== undefined) faults.push(...check(member, known, [...path, name]));
      else if (rule.additionalProperties === false)
        faults.push(describeUnknown(name, Object.keys(properties), path));
    }
    return faults;
  }

  function resolve(rule: Schema): Schema {
    const name = rule.$ref?.replace("#/$defs/", "");
    return name === undefined ? rule : (root.$defs?.[name] ?? rule);
  }
}

function describeUnknown(name: string, known: readonly string[], path: SchemaFault["path"]): SchemaFault {
  const meant = suggestName(name, known);
  return {
    path: [...path, name],
    found: `the member "${name}"`,
    expected: `one of ${known.join(", ")}`,
    fix: meant === undefined ? "leave it out." : `Did you mean "${meant}"?`,
  };
}

function checkText(value: unknown, { minLength = 0, maxLength = Infinity, pattern }: Schema): boolean {
  if (typeof value !== "string" || value.length < minLength || value.length > maxLength) return false;
  return pattern === undefined || new RegExp(pattern, "u").test(value);
}

function describeText({ minLength, maxLength, pattern }: Schema): string {
  if (pattern !== undefined) return `a text of the form ${pattern}`;
  return maxLength === undefined ? "a text" : `a text of ${minLength ?? 0} to ${maxLength} characters`;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isObject(value)) return "an object";
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
