import type { CustomField } from "../../model/entities";
import { Checkbox, DateField, Select } from "../components/controls";
import { useCrm } from "../crm";
import type { FormFields } from "../forms/card-form";
import { addressParts, nameField } from "../forms/field-form";
import { ContactValues } from "./contact-values";

interface FieldControlProps {
  readonly field: CustomField;
  readonly saved: FormFields;
  /** The card's id: another card draws other inputs. */
  readonly owner: number;
}

const partTexts = {
  address_line_1: "address.line_1",
  address_line_2: "address.line_2",
  city: "address.city",
  state: "address.state",
  zip: "address.zip",
  country: "address.country",
} as const;

const textType = { type: "text" } as const;
/** No type that HTML knows; the CRM writes it, and widgets look for it. */
const numericType = { type: "numeric" } as object;

/**
 * The control of a field. Inputs hold their own value: the SDK reads it from the first key on, and a widget may write
 * it; a value that the account changes draws the input anew.
 */
export function FieldControl({ field, saved, owner }: FieldControlProps) {
  const { t } = useCrm();
  const name = nameField(field);
  const value = typeof saved[name] === "string" ? saved[name] : "";
  const key = `${owner}:${name}:${value}`;
  switch (field.type) {
    case "checkbox":
      return <Checkbox name={name} value="Y" checked={value === "Y"} label={field.name} key={key} />;
    case "select":
    case "radiobutton":
      return (
        <Select
          name={name}
          label={field.name}
          className="linked-form__select"
          selected={value}
          items={[
            { id: "", option: t("field.choose") },
            ...(field.enums ?? []).map((option) => ({ id: option.id, option: option.value })),
          ]}
        />
      );
    case "multiselect": {
      const chosen = saved[`${name}[]`] ?? [];
      return (
        <div class="linked-form__checks" key={`${owner}:${String(chosen)}`}>
          {field.enums?.map((option) => (
            <Checkbox
              key={option.id}
              name={`${name}[]`}
              value={String(option.id)}
              checked={chosen.includes(String(option.id))}
              label={option.value}
            >
              {option.value}
            </Checkbox>
          ))}
        </div>
      );
    }
    case "multitext":
      return <ContactValues field={field} saved={saved} owner={owner} />;
    case "smart_address":
      return (
        <div class="linked-form__address">
          {addressParts.map((part) => {
            const partName = `${name}[${part}]`;
            return (
              <input
                type="text"
                key={`${owner}:${partName}:${String(saved[partName])}`}
                class="linked-form__cf text-input"
                name={partName}
                autocomplete="off"
                placeholder={t(partTexts[part])}
                aria-label={`${field.name}: ${t(partTexts[part])}`}
                defaultValue={saved[partName] as string}
              />
            );
          })}
        </div>
      );
    case "textarea":
    case "streetaddress":
      return (
        <textarea
          key={key}
          class="linked-form__cf text-input text-input-textarea"
          name={name}
          rows={2}
          placeholder="…"
          aria-label={field.name}
          defaultValue={value}
        />
      );
    case "date":
    case "birthday":
    case "date_time":
      return (
        <DateField
          key={key}
          name={name}
          label={field.name}
          value={value}
          className="linked-form__cf"
          placeholder={t(field.type === "date_time" ? "field.date_time_pattern" : "field.date_pattern")}
        />
      );
    default:
      return (
        <span class="linked-form__with-link">
          <input
            {...(field.type === "numeric" ? numericType : textType)}
            key={key}
            class="linked-form__cf text-input"
            name={name}
            inputMode={isNumber(field) ? "decimal" : undefined}
            autocomplete="off"
            placeholder="…"
            aria-label={field.name}
            defaultValue={value}
          />
          {field.type === "url" && /^https?:\/\//.test(value) && (
            <a href={value} target="_blank" rel="noreferrer" class="linked-form__open">
              ↗
            </a>
          )}
          {field.type === "monetary" && <span class="linked-form__currency">{field.currency}</span>}
        </span>
      );
  }
}

function isNumber(field: CustomField): boolean {
  return field.type === "numeric" || field.type === "price" || field.type === "monetary";
}
