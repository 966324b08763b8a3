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
  digitalPipeline: {
    settings: { playbook: { type: "text", required: true } },
    multiple: false,
    webhookUrl: env("PLAYBOOK_HOOK"),
  },
});
