import type { CustomField } from "../../model/entities";
import { Select } from "../components/controls";
import { Icon } from "../components/icon";
import { Menu } from "../components/menu";
import { useCrm, useStore } from "../crm";
import type { FormFields } from "../forms/card-form";
import { nameField } from "../forms/field-form";

interface ContactValuesProps {
  readonly field: CustomField;
  readonly saved: FormFields;
  readonly owner: number;
}

/** The entries of a phone or e-mail field, each with its kind and the menu of what can be done with it. */
export function ContactValues({ field, saved, owner }: ContactValuesProps) {
  const { t } = useCrm();
  const name = nameField(field);
  const kind = field.code === "EMAIL" ? "email" : "phone";
  const entries: { value: string; type: string; name: string }[] = [];
  for (let index = 0; `${name}[${index}][VALUE]` in saved; index += 1) {
    entries.push({
      value: saved[`${name}[${index}][VALUE]`] as string,
      type: saved[`${name}[${index}][DESCRIPTION]`] as string,
      name: `${name}[${index}]`,
    });
  }
  return (
    <div class={`linked-form__multitext ${kind}_wrapper`}>
      {entries.map((entry, index) => (
        <div
          key={`${owner}:${entry.name}`}
          class={`linked-form__multitext__entry js-linked-with-actions js-linked-has-actions ${entry.value === "" ? "linked-form__multitext__entry_extra" : "js-linked-has-value"}`}
          data-pei-code={kind}
        >
          {(field.enums?.length ?? 0) > 0 && (
            <Select
              name={`${entry.name}[DESCRIPTION]`}
              label={`${field.name}: ${t("field.kind")}`}
              className="linked-form__multitext__type"
              selected={entry.type}
              items={(field.enums ?? []).map((option) => ({
                id: option.id,
                option: nameKind(option.value, t),
              }))}
            />
          )}
          <div class={`js-control-${kind} control-${kind}`}>
            <input
              key={entry.value}
              type="text"
              class={`linked-form__cf js-linked-pei text-input control-${kind}__formatted`}
              name={`${entry.name}[VALUE]`}
              inputMode={kind === "phone" ? "tel" : "email"}
              autocomplete="off"
              placeholder={index === 0 ? "…" : `+ ${field.name}`}
              aria-label={field.name}
              data-type={kind}
              title={entry.value === "" ? undefined : entry.value}
              defaultValue={entry.value}
            />
          </div>
          {entry.value !== "" && <ContactMenu kind={kind} value={entry.value} />}
        </div>
      ))}
    </div>
  );
}

const entryClass = "tips-item js-tips-item js-cf-actions-item";

/** What can be done with a number or an address: the CRM's own entries, then those of widgets (`add_action`). */
export function ContactMenu({ kind, value }: { kind: "phone" | "email"; value: string }) {
  const { host, opened, t, window, attempt } = useCrm();
  useStore(opened);
  const actions = host.listActions(kind);
  const copy = () => attempt(() => window.navigator.clipboard.writeText(value));
  return (
    <Menu
      isRepeated
      label={t(kind === "phone" ? "contact.phone_menu" : "contact.email_menu", { value })}
      buttonClass="button-input_icon button-cancel linked-form__multitext__menu"
      wrapperClass="tips js-tip-holder"
      listClass="tips__inner"
      isPlain
      items={[
        ...actions.map((action) => ({
          id: `${kind}_${action.widget}`,
          text: action.label,
          className: entryClass,
          type: kind,
          icon: <Icon name={kind} small />,
          run: () => action.run({ value }),
        })),
        {
          id: `copy_${kind}`,
          text: t("common.copy"),
          className: entryClass,
          type: "copy",
          icon: <Icon name="note" small />,
          run: () => void copy(),
        },
      ]}
    >
      <Icon name={kind} small />
    </Menu>
  );
}

/** Kinds of phones and addresses carry codes; the account's own names stay. */
function nameKind(code: string, t: ReturnType<typeof useCrm>["t"]): string {
  switch (code) {
    case "WORK":
      return t("contact.work");
    case "WORKDD":
      return t("contact.direct");
    case "MOB":
      return t("contact.mobile");
    case "FAX":
      return t("contact.fax");
    case "HOME":
      return t("contact.home");
    case "PRIV":
      return t("contact.private");
    case "OTHER":
      return t("contact.other");
    default:
      return code;
  }
}
