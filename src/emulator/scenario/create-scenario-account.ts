import type { InstalledWidget, User } from "../model/entities";
import type { Snapshot } from "../model/model";
import { createAccount, defaultNow } from "../model/seed/create-account";
import { makeUuid } from "../model/seed/context";
import type { Scenario, ScenarioUser, ScenarioWidget } from "./read-scenario";

/** A day past the end of what was paid. */
const unpaid = -86_400;

/** Makes the account that a scenario asks for; without widgets, and without what its requests make. */
export function createScenarioAccount(scenario: Scenario): Snapshot {
  const { locale, brand, leads, seed, users = [], account: changes = {} } = scenario;
  const now = scenario.now === undefined ? defaultNow : Math.floor(Date.parse(scenario.now) / 1000);
  const start = createAccount({
    now,
    ...(locale === undefined ? {} : { locale }),
    ...(brand === undefined ? {} : { brand }),
    ...(leads === undefined ? {} : { leads }),
    ...(seed === undefined ? {} : { seed }),
  });
  const { paid = true, ...plain } = changes;
  return {
    ...start,
    account: {
      ...start.account,
      ...plain,
      ...(plain.currency === undefined ? {} : { currency_symbol: findSymbol(plain.currency) }),
      ...(paid ? {} : { paid_till: now + unpaid }),
    },
    tables: { ...start.tables, users: changeUsers(start.tables.users, users) },
  };
}

/** The row of a widget as the scenario wants it. */
export function changeWidget(row: InstalledWidget, change: ScenarioWidget = {}): InstalledWidget {
  const { status, active, settings } = change;
  return {
    ...row,
    ...(status === undefined ? {} : { status, is_active: status === "installed" || status === "error" }),
    ...(active === undefined ? {} : { is_active: active }),
    ...(settings === undefined ? {} : { settings }),
    ...(status === "install" && settings === undefined ? { settings: {} } : {}),
  };
}

function changeUsers(before: readonly User[], changes: readonly ScenarioUser[]): User[] {
  const count = Math.max(before.length, changes.length);
  return Array.from({ length: count }, (_, index) =>
    changeUser(before[index] ?? addUser(before, index), changes[index]),
  );
}

function addUser(before: readonly User[], index: number): User {
  const model = before.at(-1) as User;
  return {
    ...model,
    id: (before[0]?.id ?? 0) + index,
    uuid: makeUuid(3, index + 1),
    amojo_id: makeUuid(4, index + 1),
    name: `User ${index + 1}`,
    email: `user${index + 1}@mail.example.com`,
  };
}

function changeUser(user: User, change: ScenarioUser = {}): User {
  const { name, email, locale, admin, active, free, online, theme, rights = {} } = change;
  return {
    ...user,
    ...set("name", name),
    ...set("email", email),
    ...set("lang", locale),
    ...set("is_admin", admin),
    ...set("is_active", active),
    ...set("is_free", free),
    ...set("is_online", online),
    ...set("theme", theme === undefined ? undefined : theme === "dark" ? 2 : 1),
    rights: {
      ...user.rights,
      ...rights,
      leads: { ...user.rights.leads, ...rights.leads },
      contacts: { ...user.rights.contacts, ...rights.contacts },
      companies: { ...user.rights.companies, ...rights.companies },
      tasks: { ...user.rights.tasks, ...rights.tasks },
    },
  };
}

function set<Name extends keyof User>(member: Name, value: User[Name] | undefined): Partial<User> {
  return value === undefined ? {} : { [member]: value };
}

function findSymbol(currency: string): string {
  const parts = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  return parts.formatToParts(0).find((part) => part.type === "currency")?.value ?? currency;
}
