import type { ComponentChildren } from "preact";
import styles from "./button.module.scss";

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick: () => void;
  readonly look?: "primary" | "plain" | "icon";
  readonly label?: string;
  readonly disabled?: boolean;
  readonly busy?: boolean;
}

/** A button of the widget; `label` names it for those who cannot see its icon. */
export function Button({
  children,
  onClick,
  look = "plain",
  label,
  disabled = false,
  busy = false,
}: ButtonProps) {
  return (
    <button
      type="button"
      class={`${styles["button"]} ${styles[look]}`}
      aria-label={label}
      title={label}
      aria-busy={busy}
      disabled={disabled || busy}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
