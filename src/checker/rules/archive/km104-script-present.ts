import { locationsWithoutScript } from "../../lists/locations-without-script";
import { defineRule, everyBrand, everyProfile } from "../../rule";

export const km104 = defineRule({
  id: "KM104",
  clause: "amoCRM: Structure; Kommo: Structure of a widget",
  title: "script.js lies in the root.",
  severity: "error",
  kind: "exact",
  profiles: everyProfile,
  brands: everyBrand,
  firm: true,
  needsManifest: true,
  why: "Every location but sms and mobile_card is served by the callbacks of script.js. Without it the widget is listed and does nothing.",
  good: "script.js beside manifest.json",
  bad: 'no script.js, and "locations": ["lcard-1"]',
  check({ widget, report }) {
    if (widget.files.has("script.js")) return;
    const { locations } = widget.manifest;
    const served = locations.find(({ code }) => !locationsWithoutScript.has(code));
    report({
      file: null,
      severity: locations.length > 0 && served === undefined ? "warning" : "error",
      message: served
        ? `There is no script.js, and the location ${served.raw} needs it.`
        : "There is no script.js.",
      expected: "script.js in the root",
      fix: "add script.js with define([…], function () { … }).",
    });
  },
});
