import styles from "./progress-bar.module.scss";

interface ProgressBarProps {
  readonly label: string;
  readonly value: number;
  readonly total: number;
}

/** How far something is, as a bar; the words beside it are the caller's. */
export function ProgressBar({ label, value, total }: ProgressBarProps) {
  return <progress class={styles["bar"]} aria-label={label} value={value} max={Math.max(total, 1)} />;
}
