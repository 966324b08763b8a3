import { useLayoutEffect, useState } from "preact/hooks";
import type { EntityType } from "../../model/entities";
import type { ModelView } from "../../model/model";
import { Avatar } from "../components/avatar";
import { Button } from "../components/controls";
import { Icon } from "../components/icon";
import { Menu } from "../components/menu";
import { useCrm, useModel } from "../crm";
import { formNames, listFields, type CardRow } from "../forms/card-form";
import { FieldRow } from "./field-row";
import { QuickAddLead } from "./quick-add-lead";
import { useCardForm } from "./use-card-form";

/** Which kinds of cards a card shows as forms, and which only as a list of names. */
const formsOf: Record<EntityType, readonly ("contacts" | "companies")[]> = {
  leads: ["contacts", "companies"],
  customers: ["contacts", "companies"],
  contacts: ["companies"],
  companies: ["contacts"],
};
const namesOf: Record<EntityType, readonly ("leads" | "customers")[]> = {
  leads: [],
  customers: [],
  contacts: ["leads", "customers"],
  companies: ["leads", "customers"],
};
const headings = {
  contacts: "card.contacts",
  companies: "card.companies",
  leads: "card.leads",
  customers: "card.customers",
} as const;

/** The cards of one kind that are linked to a card, the main contact first. */
export function listLinked(model: ModelView, type: EntityType, id: number, wanted: EntityType): CardRow[] {
  return model
    .linksOf(type, id)
    .map((link) =>
      link.from_type === type && link.from_id === id
        ? { type: link.to_type, id: link.to_id, is_main: link.is_main }
        : { type: link.from_type, id: link.from_id, is_main: link.is_main },
    )
    .filter((end) => end.type === wanted)
    .sort((a, b) => Number(b.is_main) - Number(a.is_main))
    .flatMap((end) => model.tables[wanted].get(end.id) ?? [])
    .filter((row) => !row.is_deleted);
}

/** Contacts and company of a card with their fields, and the leads of a contact or company. */
export function LinkedForms({ entity, id }: { entity: EntityType; id: number }) {
  const { t } = useCrm();
  if (id === 0) return <p class="linked-forms__hint">{t("card.links_after_save")}</p>;
  return (
    <div class="linked-forms js-linked-entities-holder js-linked_contacts_and_companies">
      {formsOf[entity].map((kind) => (
        <FormsOfKind key={kind} entity={entity} id={id} kind={kind} />
      ))}
      {namesOf[entity].map((kind) => (
        <NamesOfKind key={kind} entity={entity} id={id} kind={kind} />
      ))}
    </div>
  );
}

interface OfKindProps<Kind> {
  readonly entity: EntityType;
  readonly id: number;
  readonly kind: Kind;
}

function FormsOfKind({ entity, id, kind }: OfKindProps<"contacts" | "companies">) {
  const { t, attempt, model } = useCrm();
  const rows = useModel((view) => listLinked(view, entity, id, kind));
  const isSingle = kind === "companies";
  return (
    <div class="linked-forms__group-wrapper linked-forms__group-wrapper_main" data-type={kind}>
      {rows.map((row) => (
        <LinkedForm
          key={row.id}
          kind={kind}
          row={row}
          onUnlink={() =>
            void attempt(() =>
              model.perform("unlinkCards", { from: { type: entity, id }, to: { type: kind, id: row.id } }),
            )
          }
        />
      ))}
      {(!isSingle || rows.length === 0) && (
        <AddLink
          label={t(kind === "contacts" ? "card.add_contact" : "card.add_company")}
          kind={kind}
          owner={{ type: entity, id }}
          linked={rows.map((row) => row.id)}
        />
      )}
    </div>
  );
}

interface LinkedFormProps {
  readonly kind: "contacts" | "companies";
  readonly row: CardRow;
  onUnlink(): void;
}

function LinkedForm({ kind, row, onUnlink }: LinkedFormProps) {
  const { t, model } = useCrm();
  const form = useCardForm(kind, row, row.id);
  const nameControl = `${formNames[kind]}[NAME]`;
  const fields = listFields(model, kind).filter(
    (field) => field.is_predefined || hasValues(row, field.id) || field.code !== null,
  );
  return (
    <form
      class={`linked-form js-linked-entity linked-form_${kind}`}
      data-id={row.id}
      onSubmit={(event) => event.preventDefault()}
    >
      <input type="hidden" name="ID" value={row.id} />
      <div class="linked-form__top">
        <Avatar name={row.name} />
        <input
          type="text"
          key={row.name}
          class="linked-form__name js-linked-name-view text-input"
          name={nameControl}
          autocomplete="off"
          aria-label={t(kind === "contacts" ? "card.contact_name" : "card.company_name")}
          defaultValue={form.saved[nameControl] as string}
        />
        <Menu
          isRepeated
          label={t("common.more")}
          buttonClass="button-input_icon button-cancel"
          items={[
            { id: `open_${row.id}`, text: t("card.open_card"), href: `/${kind}/detail/${row.id}` },
            { id: `unlink_${row.id}`, text: t("card.unlink"), run: onUnlink },
          ]}
        >
          <Icon name="dots" small />
        </Menu>
      </div>
      {fields.map((field) => (
        <FieldRow key={field.id} field={field} row={row} saved={form.saved} />
      ))}
    </form>
  );
}

function hasValues(row: CardRow, field: number): boolean {
  return row.custom_fields_values.some(({ field_id, values }) => field_id === field && values.length > 0);
}

function NamesOfKind({ entity, id, kind }: OfKindProps<"leads" | "customers">) {
  const { t, format } = useCrm();
  const { rows, statuses } = useModel((model) => ({
    rows: listLinked(model, entity, id, kind),
    statuses: model.tables.statuses,
  }));
  if (rows.length === 0 && kind !== "leads") return null;
  return (
    <div class="linked-forms__group-wrapper linked-forms__names" data-type={kind}>
      <h3 class="linked-forms__caption">
        {t(headings[kind])} <span class="crm-muted">{rows.length}</span>
      </h3>
      {rows.map((row) => {
        const stage = "pipeline_id" in row ? statuses.get(`${row.pipeline_id}:${row.status_id}`) : undefined;
        return (
          <a key={row.id} class="linked-forms__name js-navigate-link" href={`/${kind}/detail/${row.id}`}>
            <span class="h-text-overflow">{row.name}</span>
            <span class="linked-forms__name__facts">
              {stage !== undefined && (
                <span class="crm-stage">
                  <span class="crm-stage__dot" style={{ background: stage.color }} />
                  {stage.name}
                </span>
              )}
              {"price" in row && <span>{format.money(row.price)}</span>}
            </span>
          </a>
        );
      })}
      {kind === "leads" && <QuickAddLead owner={{ type: entity, id }} />}
    </div>
  );
}

/** Milliseconds. */
const pause = 150;

interface AddLinkProps {
  readonly label: string;
  readonly kind: "contacts" | "companies";
  readonly owner: { readonly type: EntityType; readonly id: number };
  readonly linked: readonly number[];
}

/** Finds a card by its name, or makes one, and links it. */
function AddLink({ label, kind, owner, linked }: AddLinkProps) {
  const { t, model, attempt, renew } = useCrm();
  const [text, setText] = useState<string | null>(null);
  const found = useFound(kind, (text ?? "").trim()).filter(({ id }) => !linked.includes(id));
  if (text === null) {
    return (
      <button type="button" class="linked-forms__add" onClick={() => setText("")}>
        <Icon name="plus" small /> {label}
      </button>
    );
  }
  const link = async (id: number) => {
    await attempt(() => model.perform("linkCards", { from: owner, to: { type: kind, id } }));
    // The card that was found is of the account, not yet of this page.
    await renew();
    setText(null);
  };
  const create = async () => {
    await attempt(() =>
      model.perform("createCard", { type: kind, values: { name: text.trim() }, link: owner }),
    );
    setText(null);
  };
  return (
    <div class="linked-forms__search control--suggest">
      <input
        class="text-input control--suggest--input"
        placeholder={label}
        aria-label={label}
        ref={(input) => input?.focus()}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && setText(null)}
      />
      <div class="linked-forms__found">
        {found.slice(0, 6).map((row) => (
          <button
            type="button"
            key={row.id}
            class="linked-forms__found__item"
            onClick={() => void link(row.id)}
          >
            <Avatar name={row.name} small /> {row.name}
          </button>
        ))}
        <div class="linked-forms__found__actions">
          {text.trim() !== "" && (
            <Button blue className="button-input_small" onClick={() => void create()}>
              {t("card.create_named", { name: text.trim() })}
            </Button>
          )}
          <Button className="button-cancel button-input_small" onClick={() => setText(null)}>
            {t("common.cancel")}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** What the account has by that name, asked for when typing pauses; two letters are the least. */
function useFound(kind: "contacts" | "companies", query: string): readonly CardRow[] {
  const { window, search, attempt, track } = useCrm();
  const [found, setFound] = useState<readonly CardRow[]>([]);
  useLayoutEffect(() => {
    if (query.length < 2) return setFound([]);
    let isCurrent = true;
    const timer = window.setTimeout(
      () => void track(attempt(() => search(kind, query)).then((rows) => isCurrent && setFound(rows ?? []))),
      pause,
    );
    return () => {
      isCurrent = false;
      window.clearTimeout(timer);
    };
  }, [kind, query]);
  return found;
}
