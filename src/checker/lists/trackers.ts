const trackers: readonly (readonly [host: RegExp, name: string])[] = [
  [/(?:^|\.)google-analytics\.com$|(?:^|\.)analytics\.google\.com$/, "Google Analytics"],
  [/(?:^|\.)googletagmanager\.com$/, "Google Tag Manager"],
  [/(?:^|\.)doubleclick\.net$|(?:^|\.)googleadservices\.com$/, "Google Ads"],
  [/^(?:connect\.facebook\.net|www\.facebook\.com)$/, "Meta Pixel"],
  [/^mc\.yandex\.(?:ru|com)$|(?:^|\.)metrika\.yandex\.ru$/, "Yandex Metrica"],
  [/(?:^|\.)hotjar\.(?:com|io)$/, "Hotjar"],
  [/(?:^|\.)clarity\.ms$/, "Microsoft Clarity"],
  [/(?:^|\.)mixpanel\.com$/, "Mixpanel"],
  [/(?:^|\.)segment\.(?:com|io)$/, "Segment"],
  [/(?:^|\.)amplitude\.com$/, "Amplitude"],
  [/(?:^|\.)fullstory\.com$/, "FullStory"],
  [/(?:^|\.)logrocket\.(?:com|io)$|(?:^|\.)lr-ingest\.(?:com|io)$/, "LogRocket"],
  [/(?:^|\.)smartlook\.(?:com|cloud)$/, "Smartlook"],
  [/(?:^|\.)posthog\.com$/, "PostHog"],
  [/(?:^|\.)heap(?:analytics)?\.(?:com|io)$/, "Heap"],
  [/(?:^|\.)top-fwz1\.mail\.ru$|^vk\.com$/, "VK"],
  [/(?:^|\.)plausible\.io$/, "Plausible"],
  [/(?:^|\.)mouseflow\.com$/, "Mouseflow"],
  [/(?:^|\.)intercom\.io$|(?:^|\.)intercomcdn\.com$/, "Intercom"],
];

/** The service that watches users from a host, or null. */
export function findTracker(host: string): string | null {
  return trackers.find(([pattern]) => pattern.test(host))?.[1] ?? null;
}

/** Hosts from which pages take fonts. */
export function isFontHost(host: string): boolean {
  return /^(?:fonts\.(?:googleapis|gstatic)\.com|use\.typekit\.net|(?:use|kit|ka-f)\.fontawesome\.com|fonts\.bunny\.net)$/.test(
    host,
  );
}
