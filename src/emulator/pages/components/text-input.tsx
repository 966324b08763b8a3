import type { ComponentProps } from "preact";

type TextInputProps = Omit<ComponentProps<"input">, "type"> & {
  readonly kind: "text" | "password" | "hidden";
};

/** An input whose kind is only known when it is drawn. */
export function TextInput({ kind, ...attributes }: TextInputProps) {
  const rest = attributes as object;
  if (kind === "password") return <input {...rest} type="password" />;
  if (kind === "hidden") return <input {...rest} type="hidden" />;
  return <input {...rest} type="text" />;
}
