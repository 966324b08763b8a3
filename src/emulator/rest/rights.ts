import type { EntityRights, EntityType, Right, User } from "../model/entities";

interface Owned {
  readonly responsible_user_id: number;
  readonly group_id: number;
}

/** What a user may do with cards of a kind; customers follow the rights for leads. */
export function rightsFor(user: User, type: EntityType): EntityRights {
  return user.rights[type === "customers" ? "leads" : type];
}

/** Whether a right covers a row: all, only the user's own, only the group's, none (Kommo: Users, rights). */
export function covers(right: Right, user: User, row: Owned): boolean {
  if (user.is_admin || right === "A") return true;
  if (right === "M") return row.responsible_user_id === user.id;
  if (right === "G") return row.responsible_user_id === user.id || row.group_id === user.group_id;
  return false;
}

export function canSee(user: User, type: EntityType, row: Owned): boolean {
  return covers(rightsFor(user, type).view, user, row);
}

/** Names what decides which cards a user may see: two users of one name see the same. */
export function nameSight({ id, group_id, is_admin, rights }: User): string {
  return JSON.stringify([id, group_id, is_admin, rights]);
}
