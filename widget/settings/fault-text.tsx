import { useTranslate } from "komponent";
import { limits } from "../playbooks/playbook";
import type { Fault } from "../playbooks/validate-playbooks";
import styles from "./settings.module.scss";

/** What is wrong with a field, beneath it; the element stays, so that the field can point to it. */
export function FaultText({ id, fault }: { readonly id: string; readonly fault: Fault | undefined }) {
  const t = useTranslate();
  return (
    <p id={id} class={styles["fault"]}>
      {fault ? t(`settings.faults.${fault}`, { count: countOf(fault) }) : null}
    </p>
  );
}

function countOf(fault: Fault): number {
  if (fault === "text_long") return limits.text;
  return fault === "days_range" ? limits.days : limits.name;
}
