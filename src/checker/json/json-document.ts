import { parseJson, type JsonFault, type JsonNode } from "./parse-json";

export type JsonPath = readonly (string | number)[];

/** A JSON file of the widget: its value for judging, its nodes for pointing at the place. */
export interface JsonDocument {
  readonly file: string;
  readonly text: string;
  readonly root: JsonNode | null;
  readonly faults: readonly JsonFault[];
  /** The plain value; undefined when the text cannot be read. Of a key that stands twice, the last wins, as in the CRM. */
  readonly value: unknown;
  nodeAt(path: JsonPath): JsonNode | null;
  /** Where a member's key (or an item) starts; null when it is not there. */
  offsetOf(path: JsonPath): number | null;
  /** As `offsetOf`, or of the nearest parent that is there: the place where something is missing. */
  nearestOffset(path: JsonPath): number;
}

export function createJsonDocument(file: string, text: string): JsonDocument {
  const { root, faults } = parseJson(text);
  const nodeAt = (path: JsonPath): JsonNode | null => path.reduce<JsonNode | null>(step, root);
  const offsetOf = (path: JsonPath): number | null => {
    const last = path.at(-1);
    if (last === undefined) return root?.start ?? null;
    const parent = nodeAt(path.slice(0, -1));
    if (parent?.type === "object") return parent.byKey.get(String(last))?.start ?? null;
    return step(parent, last)?.start ?? null;
  };
  return {
    file,
    text,
    root,
    faults,
    value: root === null ? undefined : valueOf(root),
    nodeAt,
    offsetOf,
    nearestOffset(path) {
      for (let length = path.length; length > 0; length--) {
        const offset = offsetOf(path.slice(0, length));
        if (offset !== null) return offset;
      }
      return root?.start ?? 0;
    },
  };
}

function step(node: JsonNode | null, key: string | number): JsonNode | null {
  if (node?.type === "object") return node.byKey.get(String(key))?.value ?? null;
  if (node?.type === "array") return node.items[Number(key)] ?? null;
  return null;
}

function valueOf(node: JsonNode): unknown {
  if (node.type === "array") return node.items.map(valueOf);
  if (node.type !== "object") return node.value;
  // Without a prototype: a hostile file may well have a key "__proto__".
  const value: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const member of node.members) value[member.key] = valueOf(member.value);
  return value;
}
