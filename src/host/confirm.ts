import type { Modal, ModalOptions } from "./modal";

/** amoCRM: System modules. */
export interface ConfirmOptions extends ModalOptions {
  /** The caption. */
  text?: string;
  /** Paragraphs below the caption. */
  message?: readonly { text: string; class_name?: string }[];
  accept_text?: string;
  decline_text?: string;
  /** Runs when the user agrees. */
  accept?: (this: Confirm) => void;
  /** @undocumented */
  close_on_accept?: boolean;
  /** @undocumented */
  no_cancel?: boolean;
  /** @undocumented */
  template?: string;
}

/** A question with two answers: the module `lib/components/base/confirm`. amoCRM: System modules. */
export declare class Confirm extends Modal {
  constructor(options?: ConfirmOptions);
  /** @undocumented */
  requestSuccess(): void;
  /** @undocumented */
  requestFail(): void;
}
