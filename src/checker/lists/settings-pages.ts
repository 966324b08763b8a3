/**
 * What the CRM calls its own pages in the settings, in its languages. The documentation says only that a widget's name
 * must not be one of them; the words are those that the CRM shows.
 */
const names = (
  "General; General settings; Profile; My profile; Users; Billing; Account and billing; Integrations; Communications; " +
  "Communication tools; Authorization log; Ajustes; Ajustes generales; Perfil; Usuarios; Facturación; Integraciones; " +
  "Comunicaciones; Configurações; Configurações gerais; Usuários; Faturamento; Cobrança; Integrações; Comunicações; " +
  "Общие настройки; Профиль; Пользователи; Счет и оплата; Оплата счета; Интеграции; Коммуникации; Лог авторизаций"
).split("; ");

/** True for a name that one of the CRM's own pages has, whatever its accents and letter case. */
export function isSettingsPage(name: string): boolean {
  const folded = fold(name);
  return names.some((known) => fold(known) === folded);
}

function fold(name: string): string {
  return name.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/g, " ").trim();
}
