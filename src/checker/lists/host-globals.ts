const names = new Set(["APP", "AMOCRM", "define", "require", "requirejs", "$", "jQuery", "_", "Backbone"]);

/** True for what the CRM's page gives to widgets by name. */
export function isHostGlobal(name: string): boolean {
  return names.has(name);
}
