import { useState } from "preact/hooks";
import type { EntityType } from "../../model/entities";
import { Icon } from "../components/icon";
import { Menu } from "../components/menu";
import { useCrm, useModel } from "../crm";
import { formNames, type CardRow } from "../forms/card-form";
import { confirmAction } from "../modal/confirm-action";
import { StageSelect } from "./stage-select";
import type { CardForm } from "./use-card-form";

interface CardTopProps {
  readonly entity: EntityType;
  readonly row: CardRow | null;
  readonly form: CardForm;
}

const newTitles = {
  leads: "card.new_lead",
  contacts: "card.new_contact",
  companies: "card.new_company",
  customers: "card.new_customer",
} as const;

/** Name, number, tags and stage. */
export function CardTop({ entity, row, form }: CardTopProps) {
  const crm = useCrm();
  const { t } = crm;
  const name = form.saved[`${formNames[entity]}[NAME]`] as string;
  const list = entity === "companies" ? "/contacts/list/companies/" : `/${entity}/list/`;

  const remove = () =>
    confirmAction(crm, {
      title: t("card.delete_title"),
      text: t("card.delete_text", { name: row?.name ?? "" }),
      accept: t("common.delete"),
      async run() {
        await crm.model.perform("deleteCards", { type: entity, ids: [row?.id ?? 0] });
        await crm.navigate(list);
      },
    });

  return (
    <div class="card-fields__top">
      <div class="card-top-name">
        <a
          class="crm-icon-button js-navigate-link js-back-button"
          href={list}
          title={t("card.to_list")}
          aria-label={t("card.to_list")}
        >
          <Icon name="left" />
        </a>
        <input
          type="text"
          key={`${row?.id ?? 0}:${name}`}
          id="person_name"
          class="card-top-name__input js-control-autosize_input"
          name={`${formNames[entity]}[NAME]`}
          autocomplete="off"
          placeholder={t(newTitles[entity])}
          aria-label={t("field.name")}
          defaultValue={name}
        />
        {row !== null && (
          <Menu
            label={t("common.more")}
            buttonClass="button-input_icon button-cancel"
            items={[
              ...(entity === "leads" || entity === "customers"
                ? [
                    {
                      id: "card_on_phone",
                      text: t("card.on_phone"),
                      icon: <Icon name="phone_device" small />,
                      href: `/${entity}/detail/${row.id}/mobile/`,
                    },
                  ]
                : []),
              {
                id: "card_delete",
                text: t("common.delete"),
                icon: <Icon name="trash" small />,
                run: () => remove(),
              },
            ]}
          >
            <Icon name="dots" />
          </Menu>
        )}
      </div>
      {row !== null && (
        <div class="card-top-meta">
          <span class="card-top-meta__id">#{row.id}</span>
          <Tags entity={entity} row={row} />
        </div>
      )}
      {entity === "leads" && <StageSelect form={form} row={row} />}
    </div>
  );
}

function Tags({ entity, row }: { entity: EntityType; row: CardRow }) {
  const { t, attempt, model } = useCrm();
  const [isAdding, setAdding] = useState(false);
  const tags = useModel((view) => row.tag_ids.flatMap((id) => view.tables.tags.get(id) ?? []));
  const write = (ids: readonly number[]) =>
    attempt(() => model.perform("updateCard", { type: entity, id: row.id, values: { tag_ids: ids } }));
  const add = async (name: string) => {
    setAdding(false);
    if (name.trim() === "") return;
    const tag = await attempt(() => model.perform("createTag", { type: entity, name: name.trim() }));
    if (tag !== undefined) await write([...new Set([...row.tag_ids, tag.id])]);
  };

  return (
    <div class="multisuggest card-tags" id="add_tags">
      {tags.map((tag) => (
        <span key={tag.id} class="multisuggest__list-item card-tags__item" data-tag-id={tag.id}>
          <span class="tag">{tag.name}</span>
          <button
            type="button"
            class="card-tags__remove"
            aria-label={t("card.remove_tag", { name: tag.name })}
            onClick={() => void write(row.tag_ids.filter((id) => id !== tag.id))}
          >
            <Icon name="close" small />
          </button>
        </span>
      ))}
      {isAdding ? (
        <input
          class="card-tags__input"
          aria-label={t("card.add_tag")}
          maxLength={60}
          ref={(input) => input?.focus()}
          onBlur={(event) => void add(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") void add(event.currentTarget.value);
            if (event.key === "Escape") setAdding(false);
          }}
        />
      ) : (
        <button type="button" class="card-tags__add" onClick={() => setAdding(true)}>
          {tags.length === 0 ? `+ ${t("card.add_tag")}` : "+"}
        </button>
      )}
    </div>
  );
}
