import { useRef } from "preact/hooks";
import type { CatalogElement } from "../../model/entities";
import { FieldControl } from "../card/field-control";
import { Button } from "../components/controls";
import { useCrm, useModel, type Crm } from "../crm";
import { isEditable, nameField, readFieldForm, writeFieldForm } from "../forms/field-form";

/**
 * Opens the card of a list's element, or the widget's own where one has taken the list (`setSdkCatalogId`). A new
 * element has the CRM's card always.
 */
export async function openElement(
  crm: Crm,
  catalogId: number,
  element: CatalogElement | null,
): Promise<void> {
  const isTaken =
    element !== null &&
    (await crm.track(
      crm.loader.editCatalogElement(catalogId, { id: element.id, name: { text: element.name } }),
    ));
  if (isTaken) return;
  crm.openModal(
    (close) => <ElementCard catalogId={catalogId} element={element} close={close} />,
    "modal-catalog-element",
  );
}

interface ElementCardProps {
  readonly catalogId: number;
  readonly element: CatalogElement | null;
  close(): void;
}

function ElementCard({ catalogId, element, close }: ElementCardProps) {
  const { t, model, format, attempt, host, reload } = useCrm();
  const form = useRef<HTMLFormElement>(null);
  const fields = useModel((view) =>
    view.tables.custom_fields
      .filter((field) => field.catalog_id === catalogId && isEditable(field))
      .sort((a, b) => a.sort - b.sort),
  );
  const valuesOf = (field: number) =>
    element?.custom_fields_values.find(({ field_id }) => field_id === field)?.values ?? [];

  const save = async () => {
    if (form.current === null) return;
    const entered = readForm(host.$, form.current);
    const name = String(entered["catalog_element[NAME]"] ?? "").trim();
    if (name === "") return;
    const saved = await attempt(() =>
      model.perform("saveCatalogElement", {
        ...(element !== null && { id: element.id }),
        catalog_id: catalogId,
        name,
        custom_fields_values: fields.flatMap((field) => readFieldForm(field, entered, format.parse) ?? []),
      }),
    );
    if (saved === undefined) return;
    close();
    await reload();
  };

  return (
    <form
      ref={form}
      class="modal-body__inner catalog-element"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2 class="modal-body__caption head_2">{element?.name ?? t("catalog.new")}</h2>
      <div class="linked-form__field">
        <div class="linked-form__field__label">{t("field.name")}</div>
        <div class="linked-form__field__value">
          <input
            class="linked-form__cf text-input"
            name="catalog_element[NAME]"
            autocomplete="off"
            required
            autofocus
            aria-label={t("field.name")}
            defaultValue={element?.name ?? ""}
          />
        </div>
      </div>
      {fields.map((field) => (
        <div key={field.id} class="linked-form__field" data-id={field.id} data-name={nameField(field)}>
          <div class="linked-form__field__label">{field.name}</div>
          <div class="linked-form__field__value">
            <FieldControl
              field={field}
              saved={writeFieldForm(field, valuesOf(field.id), format)}
              owner={element?.id ?? 0}
            />
          </div>
        </div>
      ))}
      <div class="modal-body__actions">
        <Button blue type="submit" className="js-modal-accept">
          {t("common.save")}
        </Button>
        <Button className="button-cancel" onClick={close}>
          {t("common.cancel")}
        </Button>
      </div>
    </form>
  );
}

/** A form's values by the names of its controls; names that end in `[]` are lists. */
function readForm($: JQueryStatic, form: HTMLFormElement): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  $(form)
    .find(":input[name]")
    .each((_index, control) => {
      const name = control.getAttribute("name") ?? "";
      const isBox = $(control).is(":checkbox, :radio");
      const isOn = !isBox || $(control).prop("checked") === true;
      if (name.endsWith("[]")) {
        const list = (values[name] ??= []) as unknown[];
        if (isOn) list.push($(control).val());
      } else if (isOn) values[name] = $(control).val();
      else values[name] ??= "";
    });
  return values;
}
