import { useTranslate } from "komponent";
import type { PlanContext } from "../playbooks/plan-tasks";

export interface TaskType {
  readonly id: number;
  readonly name: string;
}

export interface User {
  readonly id: number;
  readonly name: string;
}

/** The account's task types; the follow-up comes first. */
export function useTaskTypes(): readonly TaskType[] {
  const types = APP.constant("task_types");
  if (!types) return [];
  return Object.values(types)
    .map(({ id, option }) => ({ id, name: option }))
    .sort((a, b) => a.id - b.id);
}

/** Those who can be given tasks: the account's active users, by name. */
export function useUsers(): readonly User[] {
  const managers = APP.constant("managers");
  if (!managers) return [];
  return Object.values(managers)
    .filter(({ active }) => active)
    .map(({ id, title }) => ({ id: Number(id), name: title }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Names users, those who have left too. */
export function useUserName(): (id: number) => string {
  const t = useTranslate();
  const managers = APP.constant("managers") || {};
  return (id) => managers[id]?.title ?? t("report.former_user", { id });
}

/** What planning tasks needs to know of the account and of whoever uses it. */
export function readPlanContext(): PlanContext {
  return { now: new Date(), currentUserId: APP.constant("user").id, timeZone: readTimeZone() };
}

/** The account's time zone, by its IANA name: the CRM shows all dates in it. */
export function readTimeZone(): string {
  return APP.constant("account").timezone;
}

/** Names the leads of the open list; one that it does not show is named by its id. */
export function readLeadName(id: number): string {
  const name: unknown = APP.data.current_list?.get(id)?.get("name");
  if (typeof name === "object" && name !== null && "text" in name && name.text) return String(name.text);
  return `#${id}`;
}
