/** AMD modules that the CRM offers. Kommo: Modules; amoCRM: System modules. */
const documented = new Set(
  (
    "jquery underscore backbone twigjs moment quill browser-detect chartjs colorpicker rangeslider clipboard cocktail " +
    "accounting device enquire FileAPI google-libphonenumber jplayer js-uuid fullcalendar pubsub steady store cropperjs " +
    "virtualized-list intl_tel_input lib/components/base/modal lib/components/base/confirm"
  ).split(" "),
);

/** True for a module that every widget may ask for by this name. */
export function isHostModule(name: string): boolean {
  return documented.has(name);
}

/** RequireJS's own names inside a module, and its plugins asked for by themselves. */
export function isLoaderName(name: string): boolean {
  return /^(?:require|exports|module|text|json|css|optional)$/.test(name);
}
