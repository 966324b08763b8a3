/**
 * The keys of the texts that `manifest.json` names, by convention: the manifest never spells them, so it cannot
 * misspell them. Kommo: i18n.
 */
export const textKeys = {
  name: "widget.name",
  shortDescription: "widget.short_description",
  description: "widget.description",
  tour: "widget.tour_description",
  aiAgent: "widget.ai_agent_description",
  advancedTitle: "advanced.title",
  pipelineTitle: "dp.title",
  formsTitle: "amoforms.title",
  formsError: "amoforms.error",
  setting: (field: string) => `settings.${field}`,
  pipelineField: (field: string) => `dp.${field}`,
  handler: (handler: string) => `salesbot.${handler}.name`,
  handlerField: (handler: string, field: string) => `salesbot.${handler}.settings.${field}`,
  handlerDefault: (handler: string, field: string) => `salesbot.${handler}.defaults.${field}`,
  menuItem: (item: string) => `left_menu.${item}.title`,
  menuSubItem: (item: string, subItem: string) => `left_menu.${item}.submenu.${subItem}`,
  systemSubItem: (item: "stats" | "settings", subItem: string) => `left_menu.${item}.${subItem}`,
} as const;
