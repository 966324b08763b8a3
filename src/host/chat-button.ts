// The website chat button runs on the customer's own site, not in script.js. amoCRM calls the globals
// `amoSocialButtonConfig`, `amoSocialButton` and `amo_social_button`. Kommo: Website chat button API.

/** `window.crmPluginConfig`, set before the button's script is loaded. */
export interface ChatButtonConfig {
  hidden?: boolean;
  color?: string;
  onlinechat?: {
    mode?: "widget" | "frame";
    container?: string | Element;
    user_id?: string | number;
    locale?: {
      extends?: string;
      date_format?: string;
      time_format?: string;
      compose_placeholder?: string;
      powered_by?: string;
      new_messages?: string;
      [deliveryStatus: `delivery_status_${string}`]: string;
    };
    theme?: {
      background?: string;
      system_color?: string;
      header?: { background?: string; color?: string } | false;
      message?: Readonly<Record<string, string>>;
      /** `height`: at most 170 pixels. */
      compose?: { height?: number; button_background?: string };
    };
  };
}

/** `window.crmPlugin`. */
export interface ChatButtonCommands {
  (command: "runChatShow" | "runChatHide" | "runDestroy"): void;
  (command: "onChatShow" | "onChatHide" | "onChatReady", listener: () => void): void;
  (command: "onButtonClick", listener: (service: string, link: string) => void): void;
  (command: "onConversationsChange", listener: (conversations: unknown[] | false) => void): void;
  (command: "sendKeyActionHook", name: string): void;
}

/** `window.crm_plugin`. */
export interface ChatButtonObject {
  setMeta(meta: {
    bot_params?: Readonly<Record<string, unknown>>;
    note?: string;
    contact?: Readonly<Record<string, unknown>>;
    lead?: Readonly<Record<string, unknown>>;
  }): void;
}

/** Globals of a web form on the customer's site. amoCRM: Web forms. */
export interface WebFormGlobals {
  amo_forms_loaded(listener: (...args: unknown[]) => void, formId: string | number): void;
  amo_forms_params: {
    resizeForm?: (...args: unknown[]) => void;
    onFormSubmit?: (...args: unknown[]) => void;
  };
}
