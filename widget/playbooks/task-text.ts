const separator = ": ";

/**
 * The text by which a task of the CRM belongs to a playbook. The tasks are the only store, so the text is the link;
 * names hold no colon (the settings refuse it), which keeps it unambiguous.
 */
export function formatTaskText(playbook: string, step: string): string {
  return `${playbook}${separator}${step}`;
}

/** Splits a task's text; null for a task that somebody wrote by hand. */
export function parseTaskText(text: string): { playbook: string; step: string } | null {
  const at = text.indexOf(separator);
  if (at < 1) return null;
  return { playbook: text.slice(0, at), step: text.slice(at + separator.length) };
}
