import { useEffect, useState } from "preact/hooks";
import type { InstalledWidget } from "../../model/entities";
import { useCrm } from "../crm";
import { nameWidget } from "../../model/read-text";

/** A widget's block on the phone: its caption in the manifest's colour, below it the web view. */
export function MobileBlock({ widget }: { widget: InstalledWidget }) {
  const { t, window } = useCrm();
  const address = useFrameAddress(widget);
  const isBlocked = useBlockedFrame(window, address);
  const name = nameWidget(widget, t.locale);
  return (
    <div class="crm-phone__block" data-widget-code={widget.code}>
      <div class="crm-phone__caption" style={{ background: widget.manifest.mobile?.color }}>
        {name}
      </div>
      {isBlocked && <BlockedHint />}
      {address !== null && !isBlocked && (
        <iframe
          class="crm-phone__frame"
          title={name}
          src={address}
          sandbox="allow-scripts allow-forms allow-same-origin"
        />
      )}
    </div>
  );
}

/** A browser would break the option's name at its hyphens. */
function BlockedHint() {
  const { t } = useCrm();
  const [before, after] = t("mobile.blocked").split(option);
  return (
    <p class="crm-phone__blocked">
      {before}
      <code class="crm-phone__option">{option}</code>
      {after}
    </p>
  );
}

const option = "--allow-host";

/** The address that the app opens, with `token` and `from`; null until the token has come. */
function useFrameAddress(widget: InstalledWidget): string | null {
  const { window } = useCrm();
  const frame = widget.manifest.mobile?.frame_url ?? "";
  const uuid = widget.client_uuid;
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!/^https?:\/\//.test(frame) || !window.URL.canParse(frame)) return;
    const aborter = new window.AbortController();
    void window
      .fetch(`/ajax/v2/integrations/${encodeURIComponent(uuid)}/disposable_token`, { signal: aborter.signal })
      .then((response) => response.json() as Promise<{ token?: string }>)
      .then(({ token }) => {
        if (token === undefined) return;
        const url = new URL(frame);
        url.searchParams.set("token", token);
        url.searchParams.set("from", "ios");
        setAddress(url.href);
      })
      .catch(() => undefined);
    return () => aborter.abort();
  }, [frame, uuid, window]);
  return address;
}

/** True once the page's content security policy has kept this frame from loading. */
function useBlockedFrame(window: Window & typeof globalThis, address: string | null): boolean {
  const [isBlocked, setBlocked] = useState(false);
  useEffect(() => {
    const hear = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
      // The policy's report may name no more than the origin.
      if (effectiveDirective === "frame-src" && address?.startsWith(blockedURI) === true) setBlocked(true);
    };
    window.document.addEventListener("securitypolicyviolation", hear);
    return () => window.document.removeEventListener("securitypolicyviolation", hear);
  }, [window, address]);
  return isBlocked;
}
