import { styleText } from "node:util";

type Style = "red" | "yellow" | "green" | "dim" | "bold";

/** Colours a text for a terminal; text that goes into a file or a pipe stays plain. */
export function paint(style: Style, text: string, stream: NodeJS.WriteStream = process.stderr): string {
  const wanted = stream.isTTY && !process.env["NO_COLOR"];
  return wanted ? styleText(style, text) : text;
}
