import { defineRule, everyBrand, type RuleContext } from "../../rule";
import { objectOf } from "../../widget/manifest-view";
import { readText } from "../manifest/text-paths";

const crm = /(?<!\p{L})(?:kommo|amo(?:[\s_-]?crm)?|црм|crm)(?!\p{L})/iu;
const credential =
  /log[_-]?in|user[_-]?name|e-?mail|pass|api|key|hash|token|secret|логин|парол|ключ|хеш|хэш|токен|contraseñ|clave|senha|chave/iu;
const secret =
  /pass(?:word|wd|phrase)?|secret|token|api[\s_-]*key|hash|парол|секрет|токен|api[\s-]*ключ|ключ[\s-]*api|contraseña|clave (?:api|secreta)|senha|chave (?:api|secreta)/iu;
const hashCode = /^(?:user_?|api_?|amo_?|crm_?)?hash$/i;

export const km904 = defineRule({
  id: "KM904",
  clause: "Kommo: Publish an integration, Public integration checklist; amoCRM: Requirements",
  title: "The settings do not ask for the CRM's own login, password, key or hash.",
  severity: "error",
  kind: "heuristic",
  profiles: ["marketplace"],
  brands: everyBrand,
  needsManifest: true,
  why: "OAuth gives access without them. What is secret and belongs to another service is typed into a field of type pass.",
  good: '"token": { "name": "settings.token", "type": "pass" }   // Acme API key',
  bad: '"password": { … }   // amoCRM password',
  check(context) {
    const fields = Object.entries(objectOf(context.widget.manifest.get("settings")) ?? {});
    const codes = fields.map(([code]) => code.toLowerCase());
    const asksLogin =
      codes.includes("subdomain") && codes.some((code) => /^(?:login|user_?login)$/.test(code));
    for (const [code, value] of fields) judgeField(context, code, objectOf(value)?.["type"], asksLogin);
  },
});

function judgeField(context: RuleContext, code: string, type: unknown, asksLogin: boolean): void {
  const { widget, report } = context;
  const { document, get, locales } = widget.manifest;
  const key = get("settings", code, "name");
  const labels = locales.flatMap((locale) => {
    const label = typeof key === "string" ? readText(widget, locale, key) : undefined;
    return typeof label === "string" ? [label] : [];
  });
  const place = { file: "manifest.json", at: document?.offsetOf(["settings", code]) ?? null };
  const named = [code.replaceAll(/[_-]/g, " "), ...labels];
  const own = named.find((text) => crm.test(text) && credential.test(text.replace(crm, "")));
  if (own !== undefined || hashCode.test(code) || (asksLogin && /^(?:user_?)?login$/i.test(code))) {
    report({
      ...place,
      message: `The field "${code}" asks for access to the CRM itself.`,
      found: own ?? code,
      expected: "OAuth 2.0",
      fix: "drop the field, and let the user grant access at the installation.",
    });
    return;
  }
  if (type !== "text" || !named.some((text) => secret.test(text))) return;
  report({
    ...place,
    severity: "warning",
    message: `The field "${code}" asks for a secret, and shows it while it is typed.`,
    found: '"type": "text"',
    expected: '"type": "pass"',
  });
}
