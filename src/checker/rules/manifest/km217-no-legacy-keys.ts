import { defineRule, everyBrand, everyProfile } from "../../rule";
import { createMemberReporter, shorten } from "./report-member";

export const km217 = defineRule({
  id: "KM217",
  clause: "amoCRM: Uploading a widget",
  title: "The legacy keys widget.code and widget.secret_key are gone.",
  severity: "warning",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  needsManifest: true,
  why: "The CRM makes the code at the upload. The secret key is a password: in the manifest every user can read it.",
  good: '"widget": { "name": "widget.name" }',
  bad: '"widget": { "code": "acme", "secret_key": "9f…" }',
  check(context) {
    const report = createMemberReporter(context);
    const { get } = context.widget.manifest;
    if (get("widget", "code") !== undefined)
      report(["widget", "code"], "widget.code is not needed any more.", { fix: "remove it." });
    const secret = get("widget", "secret_key");
    if (secret === undefined) return;
    const isReal = typeof secret === "string" && /^[0-9a-f]{32,}$/i.test(secret);
    report(
      ["widget", "secret_key"],
      isReal ? "The manifest gives the secret key away." : "widget.secret_key is not needed any more.",
      {
        severity: isReal ? "error" : "warning",
        found: isReal ? `${String(secret).slice(0, 4)}…` : shorten(JSON.stringify(secret)),
        fix: isReal ? "remove it, and have a new key made." : "remove it.",
      },
    );
  },
});
