/** An AMD module of the CRM's that lies ready in a package and is loaded when a widget asks for it. */
export interface PackagedModule {
  /** The name that a widget puts into `define([...])`. */
  readonly name: string;
  /** The version that the CRM names (Kommo: Modules). */
  readonly version: string;
  /** The script inside node_modules, served as it is: `/-/amd/<name>.js`. */
  readonly file: string;
  /** For a script that knows nothing of AMD: the global that it leaves. */
  readonly exports?: string;
}

/**
 * Where the registry lacks the CRM's own version the nearest one that it has stands in: FileAPI 2.0.18, steady 2.0.1,
 * intl-tel-input 5.1.7. quill's package is 1.3.7, which is the build that the CRM calls 1.3.6; fullcalendar's 2.9.1.
 */
export const packagedModules: readonly PackagedModule[] = [
  { name: "quill", version: "1.3.6", file: "quill/dist/quill.js" },
  { name: "browser-detect", version: "0.2.28", file: "browser-detect/dist/browser-detect.umd.js" },
  { name: "chartjs", version: "2.9.2", file: "chart.js/dist/Chart.js" },
  { name: "rangeslider", version: "2.3.2", file: "rangeslider.js/dist/rangeslider.js" },
  { name: "clipboard", version: "1.5.10", file: "clipboard/dist/clipboard.js" },
  { name: "cocktail", version: "0.5.15", file: "backbone.cocktail/Cocktail.js" },
  { name: "accounting", version: "0.3.2", file: "accounting/accounting.js" },
  { name: "device", version: "0.8.0", file: "current-device/umd/current-device.js" },
  { name: "enquire", version: "2.1.1", file: "enquire.js/dist/enquire.js" },
  { name: "FileAPI", version: "2.0.5", file: "fileapi/dist/FileAPI.html5.js" },
  { name: "google-libphonenumber", version: "3.0.0", file: "google-libphonenumber/dist/libphonenumber.js" },
  { name: "jplayer", version: "2.9.2", file: "jplayer/dist/jplayer/jquery.jplayer.js" },
  { name: "js-uuid", version: "0.0.6", file: "js-uuid/js-uuid.js" },
  { name: "fullcalendar", version: "2.3.1", file: "fullcalendar/dist/fullcalendar.js" },
  { name: "pubsub", version: "1.5.3", file: "pubsub-js/src/pubsub.js" },
  { name: "steady", version: "2.0.0", file: "steady/Steady.js", exports: "Steady" },
  { name: "store", version: "1.3.20", file: "store/store.js" },
  { name: "cropperjs", version: "1.2.2", file: "cropperjs/dist/cropper.js" },
  { name: "virtualized-list", version: "2.2.0", file: "virtualized-list/umd/virtualized-list.js" },
  { name: "intl_tel_input", version: "3.7.1", file: "intl-tel-input/build/js/intlTelInput.js" },
  { name: "text", version: "2.0.16", file: "requirejs-text/text.js" },
  // For the fault that puts a second jQuery into the page; nobody asks for it by name.
  { name: "foreign-jquery", version: "2.1.3", file: "jquery/dist/jquery.js" },
];

/** Names that the CRM resolves and the emulator does not: they give undefined, and an entry in the report. */
export const missingModules: readonly string[] = [
  "colorpicker",
  "lib/Widget",
  "lib/widgets",
  "marked",
  "moment-timezone",
  "ifvisible",
  "webfontloader",
  "wheel-indicator",
  "atjs",
  "scrollMonitor",
  "visibilityjs",
  "rxjs",
  "elements_view",
  "magnific-popup",
];
