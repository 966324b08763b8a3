import { defineManifest, env } from "komponent/manifest";

export default defineManifest({
  name: "playbook",
  version: "1.0.0",
  distribution: "marketplace",
  locales: ["en", "es", "pt"],
  support: { link: "https://komponent.dev/support" },
  locations: {
    lcard: "panel",
    ccard: "panel",
    llist: "panel",
    settings: true,
    advanced_settings: true,
    digital_pipeline: true,
  },
  settings: { playbooks: { type: "custom", required: false } },
  tour: {
    images: {
      en: ["images/tour_1_en.png", "images/tour_2_en.png", "images/tour_3_en.png"],
      es: ["images/tour_1_es.png", "images/tour_2_es.png", "images/tour_3_es.png"],
      pt: ["images/tour_1_pt.png", "images/tour_2_pt.png", "images/tour_3_pt.png"],
    },
  },
  digitalPipeline: {
    settings: { playbook: { type: "text", required: true } },
    multiple: false,
    webhookUrl: env("PLAYBOOK_HOOK"),
  },
});
