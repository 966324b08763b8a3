/**
 * What Chromium does for a person at a screen, and no page can see. Half of what opening a tab took went into the parts
 * of its own window that are pages, and into a process that is kept ready for a tab that nobody opens.
 */
const forPeople = [
  "InitialWebUI",
  "PreloadTopChromeWebUI",
  "SpareRendererForSitePerProcess",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "WebUIOmniboxPopup",
  "WebUIOmniboxSimplification",
  "WebUIReloadButton",
  "WebUIToolbar",
];

/** What Playwright switches off: of two lists Chromium takes the last one only. */
const byPlaywright = [
  "AimEnabled",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "TcpPortRandomizationWin",
  "ThirdPartyStoragePartitioning",
];

/** The features that Chromium starts without; a name that it does not know does nothing. */
export const switchedOff: readonly string[] = [...byPlaywright, ...forPeople];
