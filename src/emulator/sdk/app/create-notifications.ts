import type { Surface, Toast } from "../surface";

interface Message {
  readonly header?: string;
  readonly text?: unknown;
  readonly date?: number;
  readonly link?: string;
}

interface Call extends Message {
  readonly from?: string;
  readonly to?: string;
  readonly phone?: string;
  readonly duration?: number;
  readonly click_link?: string;
  readonly element?: {
    readonly id: number;
    readonly type: "contact" | "lead" | "company";
    readonly name?: string;
  };
}

interface Answers {
  readonly done?: (data: unknown) => void;
  readonly fail?: (reason: unknown) => void;
  readonly always?: () => void;
}

/**
 * Makes `APP.notifications` (Kommo: Add notifications). The three `show_…` draw a toast and leave nothing behind; the
 * two `add_…` are stored by `POST /ajax/v1/inbox/add/`: the toast comes with the entry of the notification centre.
 */
export function createNotifications($: JQueryStatic, surface: Surface) {
  function show(kind: Toast["kind"], { header, text, date, link }: Message = {}): void {
    surface.showToast({
      kind,
      header: String(header ?? ""),
      html: String(text ?? ""),
      date: typeof date === "number" ? date : Math.floor(Date.now() / 1000),
      link: link ?? null,
    });
  }

  function store(kind: Toast["kind"], message: Message, extra: object, answers: Answers = {}): void {
    const { done, fail, always } = answers;
    void $.ajax({
      url: "/ajax/v1/inbox/add/",
      type: "POST",
      contentType: "application/json",
      dataType: "json",
      data: JSON.stringify({
        type: kind,
        header: message.header ?? "",
        text: message.text ?? "",
        date: message.date,
        link: message.link,
        ...extra,
      }),
    })
      .done((data: unknown) => done?.(data))
      .fail((reason: unknown) => fail?.(reason))
      .always(() => always?.());
  }

  return {
    show_message: (message?: Message) => show("message", message),
    show_message_error: (message?: Message) => show("error", message),
    show_notification({ text, type, date }: { text: Message; type: "call" | "error"; date?: number }): void {
      show(type === "call" ? "call" : "error", { ...text, date });
    },
    add_error: (message: Message = {}, answers?: Answers) => store("error", message, {}, answers),
    add_call(call: Call = {}): void {
      const { from, to, phone, duration, click_link, element } = call;
      const lines = [call.text, [from, to].filter(Boolean).join(" → ") || phone, formatDuration(duration)];
      store(
        "call",
        { ...call, header: call.header ?? element?.name, text: lines.filter(Boolean).join("<br>") },
        { link: click_link ?? linkOf(element) ?? call.link, duration, phone: phone ?? from },
      );
    },
  };
}

/** Seconds as mm:ss. */
function formatDuration(seconds: number | undefined): string {
  if (seconds === undefined) return "";
  return `${twoDigits(seconds / 60)}:${twoDigits(seconds % 60)}`;
}

function twoDigits(value: number): string {
  return String(Math.floor(value)).padStart(2, "0");
}

function linkOf(element: Call["element"]): string | undefined {
  if (element === undefined) return undefined;
  const pages = { contact: "contacts", lead: "leads", company: "companies" };
  return `/${pages[element.type]}/detail/${element.id}`;
}
