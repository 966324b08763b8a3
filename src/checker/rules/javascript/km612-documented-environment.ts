import type { AnyNode, Expression } from "../../engines/javascript";
import { defineRule, everyBrand, everyProfile } from "../../rule";
import type { Script } from "../../script/create-script";
import { isTypeofOrTest } from "../../script/is-guarded";
import { quote } from "../../script/read-call";

/** Members that the pages of the environment name. Whatever lies deeper in them is documented with them. */
const documented = [
  "getBaseEntity",
  "isCard",
  "getWidgetsArea",
  "lang_id",
  "constant",
  "data.current_view",
  "data.current_list",
  "data.current_card",
  "sdk.showUserStatus",
  "sdk.setCallingStatus",
  "sdk.getCallingStatus",
  "notifications.show_message",
  "notifications.show_message_error",
  "notifications.show_notification",
  "notifications.add_error",
  "notifications.add_call",
  "addNotificationCallback",
  "widgets.notificationsPhone",
  "widgets.destroyNotificationsPhone",
];
const constants = new Set(["user", "user_rights", "account", "managers", "groups", "task_types"]);

export const km612 = defineRule({
  id: "KM612",
  clause:
    "Kommo: Public integration checklist, Environment variables; amoCRM: Requirements, Environment variables",
  title: "Only the documented members of the environment are read.",
  severity: "warning",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  shownIn: ["script"],
  why: "Everything else may be gone after the next update of the CRM, without notice.",
  good: 'const user = APP.constant("user");',
  bad: 'const version = APP.constant("version");',
  check({ widget, report }) {
    for (const script of widget.scripts) {
      const told = new Set<string>();
      for (const { node, member, message, isNote } of listReads(script)) {
        if (told.has(member)) continue;
        told.add(member);
        report({
          file: script.file,
          at: node.start,
          ...(isNote && { severity: "note" }),
          message,
          found: quote(script, node),
        });
      }
    }
  },
});

interface Read {
  readonly node: AnyNode;
  /** One finding each. */
  readonly member: string;
  readonly message: string;
  readonly isNote: boolean;
}

function listReads(script: Script): readonly Read[] {
  const found: Read[] = [];
  const add = (node: AnyNode, member: string, message: string, isNote = false) =>
    found.push({ node, member, message, isNote });
  for (const node of script.nodesOf("MemberExpression")) {
    const [, root, rest] = /^(APP|AMOCRM)\.(.+)$/.exec(script.pathOf(node) ?? "") ?? [];
    if (rest === undefined || !endsHere(script, node)) continue;
    const members = rest.replaceAll("()", "");
    if (members === "getV3WidgetsArea") add(node, members, `${root}.getV3WidgetsArea() is deprecated.`);
    else if (!isDocumented(members) && !isTypeofOrTest(script, node, members.split(".")[0] as string))
      add(node, shorten(members), `${root}.${shorten(members)} is not documented.`);
  }
  for (const { node, path, args } of script.calls) {
    if (!/^(?:APP|AMOCRM)\.constant$/.test(path)) continue;
    const key = args[0] === undefined ? null : script.stringOf(args[0]);
    if (key !== null && /^\w+$/.test(key) && !constants.has(key))
      add(node, `constant ${key}`, `constant("${key}") is not documented.`);
  }
  for (const { node } of script.scope.free) {
    if (node.name === "AMOCRM") add(node, "AMOCRM", "AMOCRM is the old name of APP.", true);
    const { parent } = node;
    if (
      (node.name === "APP" || node.name === "AMOCRM") &&
      parent?.type === "CallExpression" &&
      parent.callee !== node &&
      !isImmediate(parent.callee)
    )
      add(
        node,
        "whole",
        "The whole environment is handed over, so that nobody can see what is read of it.",
        true,
      );
  }
  return found;
}

/** `(function (app) { … })(APP)`: what is read of it can be seen. */
function isImmediate(callee: AnyNode | Expression | { type: "Super" }): boolean {
  return /^(?:Arrow)?Function/.test(callee.type);
}

/** False where a longer chain goes on with the same path, or a name stands for it. */
function endsHere(script: Script, node: AnyNode): boolean {
  let at = node;
  for (let { parent } = at; parent !== null; at = parent, parent = at.parent) {
    if (parent.type === "MemberExpression" && parent.object === at && script.pathOf(parent) !== null)
      return false;
    if (parent.type === "CallExpression" && parent.callee === at) continue;
    if (parent.type === "ChainExpression") continue;
    return true;
  }
  return true;
}

function isDocumented(members: string): boolean {
  return documented.some(
    (known) => members === known || members.startsWith(`${known}.`) || known.startsWith(`${members}.`),
  );
}

/** One finding a member: of the groups that hold documented members too, the member in the group. */
function shorten(members: string): string {
  const isGroup = /^(?:data|sdk|notifications|widgets)\b/.test(members);
  return members
    .split(".")
    .slice(0, isGroup ? 2 : 1)
    .join(".");
}
