/**
 * What the SDK asks of whoever draws the CRM around it. In the page the screens of `emulator/pages` do it; in unit
 * tests a surface that remembers what it was asked is enough.
 */
export interface Surface {
  /** `APP.router.navigate` and clicks on `.js-navigate-link`. */
  navigate(url: string): void;
  back(): void;
  reload(): void;
  /** A toast in the corner: `APP.notifications` and notifications that come in. */
  showToast(toast: Toast): void;
  /** The bubble on an item of the left menu: `self.setCountBadge`. */
  setMenuBadge(widget: string, item: string, count: number): void;
}

export interface Toast {
  readonly kind: "message" | "error" | "call";
  readonly header: string;
  /** Simple markup is allowed here, as the platform's own examples do. */
  readonly html: string;
  /** Unix seconds. */
  readonly date: number;
  readonly link: string | null;
}

/** An entry of the menu that opens on a phone number or an e-mail address: `self.add_action`. */
export interface ContactAction {
  readonly widget: string;
  /** i18n `widget.call_action`, else the widget's name. */
  readonly label: string;
  run(data: { value: string }): void;
}

/** A sender of the composer under a card's feed: `self.add_source`. */
export interface ComposerSource {
  readonly widget: string;
  readonly type: "sms" | "chat" | "email" | "custom";
  readonly title: string;
  /** Type `sms`: sends; when it resolves the page adds the note of type `sms` to the feed. */
  send(message: { phone: string; message: string; contact_id: number }): Promise<unknown>;
  /** The other types: fills the control's element. */
  fill(element: Element): void;
}
