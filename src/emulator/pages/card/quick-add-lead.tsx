import { useState } from "preact/hooks";
import type { EntityType } from "../../model/entities";
import { useCrm } from "../crm";

/** Makes a lead of the contact or company whose card is open. */
export function QuickAddLead({ owner }: { owner: { readonly type: EntityType; readonly id: number } }) {
  const { t, model, attempt } = useCrm();
  const [name, setName] = useState("");
  const [price, setPrice] = useState("");
  const title = name.trim();
  const add = async () => {
    if (title === "") return;
    const values = { name: title, price: Number(price.replace(/\D/g, "")) };
    await attempt(() => model.perform("createCard", { type: "leads", values, link: owner }));
    setName("");
    setPrice("");
  };
  return (
    <div class="card-leads__quick-add">
      <form
        class="quick-add-lead"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <input
          class="text-input"
          name="quick_add_name"
          autocomplete="off"
          placeholder={t("card.new_lead")}
          aria-label={t("card.new_lead")}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <input
          class="text-input quick-add-lead__price"
          name="quick_add_price"
          inputMode="numeric"
          autocomplete="off"
          placeholder="0"
          aria-label={t("field.price")}
          value={price}
          onInput={(event) => setPrice(event.currentTarget.value)}
        />
        <button
          type="submit"
          id="quick_add_form_btn"
          class={`button-input button-input_small js-card-quick-lead-add ${title === "" ? "button-input-disabled" : "button-input_blue"}`}
          disabled={title === ""}
        >
          <span class="button-input-inner">
            <span class="button-input-inner__text">{t("card.add_lead")}</span>
          </span>
        </button>
      </form>
    </div>
  );
}
