import { useCrm } from "../crm";

/** A person's initials on a colour that follows from the name. */
export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
  const { format } = useCrm();
  const shade = ([...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 6) + 1;
  return (
    <span class={`crm-avatar crm-avatar_${shade}${small ? " crm-avatar_small" : ""}`} aria-hidden="true">
      {format.initials(name)}
    </span>
  );
}
