import type { ManifestField } from "../../model/entities";

type Fields = Readonly<Record<string, ManifestField>>;

/**
 * Reads the settings modal's inputs as `onSave` gets them: one entry a field of the manifest; fields of type `users`
 * and `users_lp` are objects by the user's id.
 */
export function collectFields(body: Element, settings: Fields): Record<string, unknown> {
  const inputs = [...body.querySelectorAll<HTMLInputElement>("input[name], textarea[name], select[name]")];
  return Object.fromEntries(
    Object.entries(settings).map(([code, field]) => {
      if (field.type === "users" || field.type === "users_lp") return [code, collectUsers(inputs, code)];
      return [code, inputs.find((input) => input.name === code)?.value ?? ""];
    }),
  );
}

function collectUsers(inputs: readonly HTMLInputElement[], code: string): Record<string, unknown> {
  const users: Record<string, unknown> = {};
  for (const { name, value } of inputs) {
    const [, user = "", part] =
      new RegExp(`^${escapeText(code)}\\[(\\d+)\\](?:\\[(\\w+)\\])?$`).exec(name) ?? [];
    if (user === "" || value === "") continue;
    users[user] = part === undefined ? value : { ...(users[user] as object | undefined), [part]: value };
  }
  return users;
}

/** Codes of the required fields that hold nothing. */
export function listMissing(fields: Readonly<Record<string, unknown>>, settings: Fields): string[] {
  return Object.entries(settings)
    .filter(([, { required }]) => required)
    .map(([code]) => code)
    .filter((code) => isEmpty(fields[code]));
}

function isEmpty(value: unknown): boolean {
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0;
  return String(value ?? "").trim() === "";
}

function escapeText(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
