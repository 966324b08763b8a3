import { useState } from "preact/hooks";
import { Button, Select } from "../components/controls";
import { useCrm, useModel } from "../crm";

/** Asks for a user. */
export function ChooseUser({ onChoose }: { onChoose(user: number): Promise<void> }) {
  const { t, attempt } = useCrm();
  const users = useModel((model) => model.tables.users.filter((user) => user.is_active));
  const [chosen, setChosen] = useState(() => String(users[0]?.id ?? ""));
  return (
    <>
      <Select
        name="assign_user"
        label={t("field.responsible")}
        className="crm-wide"
        selected={chosen}
        items={users.map(({ id, name }) => ({ id, option: name }))}
        onChange={setChosen}
      />
      <div class="modal-body__actions">
        <Button blue onClick={() => void attempt(() => onChoose(Number(chosen)))}>
          {t("common.save")}
        </Button>
      </div>
    </>
  );
}
