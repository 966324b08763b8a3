import type { CustomField } from "../../model/entities";
import { Icon } from "../components/icon";
import { useCrm } from "../crm";
import type { CardRow, FormFields } from "../forms/card-form";
import { describeValues, isEditable } from "../forms/field-form";
import { FieldControl } from "./field-control";

interface FieldRowProps {
  readonly field: CustomField;
  readonly row: Pick<CardRow, "id" | "custom_fields_values"> | null;
  readonly saved: FormFields;
}

/** One custom field of a card: its label and its control. Widgets find it by `data-id` and `data-pei-code`. */
export function FieldRow({ field, row, saved }: FieldRowProps) {
  const { t, format } = useCrm();
  const values = row?.custom_fields_values.find(({ field_id }) => field_id === field.id)?.values ?? [];
  // Phones and addresses carry the code entry by entry.
  const isContact = field.type === "multitext";
  return (
    <div
      class={`linked-form__field linked-form__field-${field.type}${isContact ? " linked-form__field-pei" : ""}`}
      data-id={field.id}
      data-pei-code={isContact ? undefined : field.code?.toLowerCase()}
    >
      <div class="linked-form__field__label" title={field.name}>
        <span>{field.name}</span>
        {field.is_required && (
          <span class="linked-form__required" title={t("field.required")}>
            *
          </span>
        )}
        {field.is_api_only && (
          <span title={t("field.api_only")}>
            <Icon name="info" small />
          </span>
        )}
      </div>
      <div class="linked-form__field__value">
        {isEditable(field) ? (
          <FieldControl field={field} saved={saved} owner={row?.id ?? 0} />
        ) : (
          <span class="linked-form__plain">{describeValues(field, values, format) || "…"}</span>
        )}
      </div>
    </div>
  );
}
