import { defineRule, everyBrand } from "../../rule";

export const km111 = defineRule({
  id: "KM111",
  clause: "Kommo: Public integration checklist; amoCRM: Requirements",
  title: "The archive differs from every archive that is already published.",
  severity: "manual",
  kind: "exact",
  profiles: ["marketplace"],
  brands: everyBrand,
  why: "The same widget is not published twice, not under another name and not from another account.",
  good: "a content hash that no published archive has",
  bad: "the archive of the last release, packed again",
  statement:
    "We have compared this archive with all that we have published, from every account and under every brand; it is not the same as any of them.",
  evidenceFiles: /./,
  evidence: async ({ widget, config }) =>
    `content hash ${await widget.hash()}; ${config.published.length} published hashes in check.json`,
  async check({ widget, config, report }) {
    const hash = await widget.hash();
    if (!config.published.includes(hash)) return;
    report({
      file: null,
      severity: "error",
      message: "An archive with this very content is already published.",
      found: hash,
      fix: "publish a new version of that integration instead.",
    });
  },
});
