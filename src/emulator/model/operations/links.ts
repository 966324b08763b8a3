import type { EntityType, Link, LinkTarget } from "../entities";
import { OperationError } from "../operations";
import { nameGroup } from "../tables";
import type { Writer } from "../writer";

interface End {
  readonly type: LinkTarget;
  readonly id: number;
}

/** A link is stored once, from the end that stands first here, as the API tells it. */
const order: readonly LinkTarget[] = ["leads", "customers", "contacts", "companies", "catalog_elements"];

export function linkCards(
  writer: Writer,
  input: {
    from: { type: EntityType; id: number };
    to: End;
    is_main?: boolean;
    quantity?: number;
    catalog_id?: number;
  },
): Link {
  const [from, to] = sortEnds(input.from, input.to);
  for (const end of [from, to]) checkEnd(writer, end);
  if (nameGroup(from.type, from.id) === nameGroup(to.type, to.id)) {
    throw new OperationError("A card cannot be linked with itself.");
  }
  if (to.type === "companies") dropOtherCompanies(writer, from, to);
  const before = findLink(writer, from, to);
  const contacts = to.type === "contacts" ? linksTo(writer, from, "contacts") : [];
  const isMain = to.type === "contacts" && (input.is_main ?? before?.is_main ?? contacts.length === 0);
  if (isMain) {
    for (const link of contacts) if (link.is_main) writer.put("links", { ...link, is_main: false });
  }
  return writer.put("links", {
    id: before?.id ?? writer.nextId("links"),
    from_type: from.type as EntityType,
    from_id: from.id,
    to_type: to.type,
    to_id: to.id,
    is_main: isMain,
    quantity: to.type === "catalog_elements" ? (input.quantity ?? before?.quantity ?? 1) : null,
    catalog_id:
      to.type === "catalog_elements" ? (writer.tables.catalog_elements.get(to.id)?.catalog_id ?? null) : null,
  });
}

export function unlinkCards(
  writer: Writer,
  input: { from: { type: EntityType; id: number }; to: End },
): { removed: boolean } {
  const [from, to] = sortEnds(input.from, input.to);
  const link = findLink(writer, from, to);
  if (link === undefined) return { removed: false };
  writer.remove("links", link.id);
  const [next] = link.is_main ? linksTo(writer, from, "contacts") : [];
  if (next !== undefined) writer.put("links", { ...next, is_main: true });
  return { removed: true };
}

function sortEnds(one: End, other: End): [End, End] {
  return order.indexOf(one.type) <= order.indexOf(other.type) ? [one, other] : [other, one];
}

function checkEnd(writer: Writer, end: End): void {
  if (!order.includes(end.type) || writer.tables[end.type].get(end.id) === undefined) {
    throw new OperationError(`There is nothing to link at ${end.type} ${end.id}.`);
  }
}

function findLink(writer: Writer, from: End, to: End): Link | undefined {
  return linksTo(writer, from, to.type).find((link) => link.to_id === to.id);
}

function linksTo(writer: Writer, from: End, type: LinkTarget): Link[] {
  return writer.tables.links
    .find("card", nameGroup(from.type, from.id))
    .filter((link) => link.from_type === from.type && link.from_id === from.id && link.to_type === type);
}

/** A card belongs to one company at most. */
function dropOtherCompanies(writer: Writer, from: End, to: End): void {
  for (const link of linksTo(writer, from, "companies")) {
    if (link.to_id !== to.id) writer.remove("links", link.id);
  }
}
