import { RestError, type TextKey } from "komponent";

interface Description {
  readonly title?: TextKey;
  readonly text: TextKey;
  /** Whether the same request may work a moment later. */
  readonly canRetry: boolean;
}

/** Says what went wrong in words that help whoever sees it. */
export function describeError(error: unknown): Description {
  if (!(error instanceof RestError)) return { text: "state.failed", canRetry: true };
  switch (error.kind) {
    case "offline":
      return { text: "state.offline", canRetry: true };
    case "forbidden":
      return { title: "state.forbidden_title", text: "state.forbidden", canRetry: false };
    case "unauthorized":
    case "page":
      return { text: "state.unauthorized", canRetry: true };
    case "payment":
      return { text: "state.payment", canRetry: false };
    case "too_many":
    case "blocked":
      return { text: "state.busy", canRetry: true };
    default:
      return { text: "state.failed", canRetry: true };
  }
}

/** Whether an error lies in what was sent: the next request, about another card, may work. */
export function isAboutOneCard(error: unknown): boolean {
  return error instanceof RestError && (error.kind === "invalid" || error.kind === "not_found");
}
