import { defineRule } from "../../rule";

export const km219 = defineRule({
  id: "KM219",
  clause: "Kommo: Create a Public integration",
  title: "The widget's code begins with a small Latin letter and has letters, digits and _ only.",
  severity: "error",
  kind: "exact",
  profiles: ["marketplace"],
  brands: ["kommo"],
  why: "The form refuses every other code. A private integration gets its code from Kommo.",
  good: "acme_calls",
  bad: "Acme; _x; 1c; a-b",
  check({ config, listing, report, skip }) {
    const fromForm = listing?.get("code");
    const code = typeof fromForm === "string" ? fromForm : config.code;
    if (code === null) return skip("neither check.json nor listing.json names the widget's code");
    if (/^[a-z][A-Za-z0-9_]*$/.test(code)) return;
    report({
      file: null,
      message: "The widget's code is not legal.",
      found: code,
      expected: "a small Latin letter, then letters, digits and _",
    });
  },
});
