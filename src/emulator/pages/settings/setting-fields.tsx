import type { InstalledWidget, Json, ManifestField, User } from "../../model/entities";
import { TextInput } from "../components/text-input";
import { useCrm } from "../crm";
import { readWidgetText } from "../../model/read-text";

interface SettingFieldsProps {
  readonly widget: InstalledWidget;
  readonly users: readonly User[];
}

/**
 * The controls of a manifest's settings, in the markup of Kommo's settings modal: one real input a field, a hidden one
 * beside an empty element for `custom`.
 */
export function SettingFields({ widget, users }: SettingFieldsProps) {
  return (
    <>
      {Object.entries(widget.manifest.settings).map(([code, field]) => (
        <SettingField key={code} widget={widget} code={code} field={field} users={users} />
      ))}
    </>
  );
}

interface SettingFieldProps extends SettingFieldsProps {
  readonly code: string;
  readonly field: ManifestField;
}

function SettingField({ widget, code, field, users }: SettingFieldProps) {
  const { t } = useCrm();
  const title = readWidgetText(widget, field.name, t.locale);
  const value = widget.settings[code] ?? "";
  if (field.type === "custom") {
    return (
      <div
        class="widget_settings_block__item_field widget_settings_block__item_field_custom"
        data-code={code}
      >
        <div class="widget_settings_block__input_field" id={`${widget.code}_custom_content`}>
          <input type="hidden" id={`${widget.code}_custom`} name={code} defaultValue={toText(value)} />
        </div>
      </div>
    );
  }
  return (
    <div class="widget_settings_block__item_field" data-code={code}>
      <div class="widget_settings_block__title_field" title={title}>
        {title}
        {field.required && <span class="widget_settings_block__required"> *</span>}
      </div>
      {field.type === "users" || field.type === "users_lp" ? (
        <UserInputs code={code} type={field.type} value={value} users={users} />
      ) : (
        <div class="widget_settings_block__input_field">
          <TextInput
            kind={field.type === "pass" ? "password" : "text"}
            class={`widget_settings_block__controls__ widget_settings_block__controls__${field.type} text-input`}
            name={code}
            autocomplete={field.type === "pass" ? "new-password" : "off"}
            aria-label={title}
            aria-required={field.required}
            defaultValue={toText(value)}
          />
        </div>
      )}
    </div>
  );
}

interface UserInputsProps {
  readonly code: string;
  readonly type: "users" | "users_lp";
  readonly value: Json;
  readonly users: readonly User[];
}

function UserInputs({ code, type, value, users }: UserInputsProps) {
  const { t } = useCrm();
  const values = readUsers(value);
  return (
    <div class="widget_settings_block__users">
      {users.map((user) => (
        <div key={user.id} class="widget_settings_block__users__item widget_settings_block__input_field">
          <span class="widget_settings_block__users__name">{user.name}</span>
          {type === "users" ? (
            <input
              type="text"
              class="widget_settings_block__controls__ widget_settings_block__controls__users text-input"
              name={`${code}[${user.id}]`}
              autocomplete="off"
              aria-label={user.name}
              defaultValue={toText(values[String(user.id)] ?? "")}
            />
          ) : (
            (["login", "password"] as const).map((part) => (
              <TextInput
                key={part}
                kind={part === "password" ? "password" : "text"}
                class="widget_settings_block__controls__ widget_settings_block__controls__users_lp text-input"
                name={`${code}[${user.id}][${part}]`}
                autocomplete="new-password"
                placeholder={t(part === "login" ? "widget.login" : "widget.password")}
                aria-label={`${user.name}: ${t(part === "login" ? "widget.login" : "widget.password")}`}
                defaultValue={toText(readUsers(values[String(user.id)])[part] ?? "")}
              />
            ))
          )}
        </div>
      ))}
    </div>
  );
}

/** Values by user come as an object or as its JSON. */
function readUsers(value: Json | undefined): Readonly<Record<string, Json>> {
  if (typeof value === "string") {
    try {
      return readUsers(JSON.parse(value) as Json);
    } catch {
      return {};
    }
  }
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};
}

function toText(value: Json): string {
  return value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
}
