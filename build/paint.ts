import { styleText } from "node:util";

type Style = "bold" | "cyan" | "dim" | "gray" | "green" | "red" | "yellow";

/** Colours a text for a terminal; text that goes into a file or a pipe stays plain. */
export function paint(style: Style, text: string, stream: NodeJS.WriteStream = process.stderr): string {
  const wanted = stream.isTTY && !process.env["NO_COLOR"];
  return wanted ? styleText(style, text) : text;
}
