import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km112 = defineRule({
  id: "KM112",
  clause: "Kommo: manifest.json; amoCRM: Structure",
  title: "Changed content has a raised widget.version.",
  severity: "warning",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  needsManifest: true,
  why: "The version is the key under which the CRM and browsers keep the widget's files. Under the same version users go on running the old ones.",
  good: '1.0.1 → "version": "1.0.2"',
  bad: 'script.js changed, "version" did not; "version": "%Version%"',
  async check({ widget, config, report, skip }) {
    const { document, get } = widget.manifest;
    const version = get("widget", "version");
    const at = document?.nearestOffset(["widget", "version"]) ?? 0;
    const file = "manifest.json";
    const found = version === undefined ? null : JSON.stringify(version);
    if (typeof version !== "string" || !/^\d+(?:\.\d+){1,2}$/.test(version)) {
      const message =
        version === undefined ? "The widget has no version." : "The version is no number like 1.0.2.";
      return report({
        file,
        at,
        message,
        found,
        expected: "two or three numbers with dots",
        fix: 'write "1.0.0".',
      });
    }
    const { released } = config;
    if (released === null) return skip("no released version is named in check.json to compare with");
    if (released.version !== version || released.hash === (await widget.hash())) return;
    report({
      file,
      at,
      message: `The content differs from the released ${version}, and the version is the same.`,
      found,
      expected: "a higher version",
      fix: "raise it.",
    });
  },
});
