/** A text file of the widget. Offsets count UTF-16 units; a byte-order mark stays in the text as U+FEFF. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
  /** False when the bytes are not UTF-8; the text then holds replacement characters. */
  readonly isUtf8: boolean;
}

export interface Position {
  /** Both from 1; a column counts UTF-16 units, as editors do. */
  readonly line: number;
  readonly column: number;
}

const textNames =
  /\.(?:js|mjs|cjs|jsx|ts|tsx|css|scss|sass|less|json|md|txt|html?|twig|svg|xml|csv|map|php|vue)$/i;

export function isTextName(path: string): boolean {
  return textNames.test(path);
}

/** A script, in the archive or among the sources that it is made of. */
export function isScriptName(path: string): boolean {
  return /\.[cm]?[jt]sx?$/i.test(path);
}

/** A style sheet, likewise. */
export function isStyleName(path: string): boolean {
  return /\.(?:css|scss|less)$/i.test(path);
}

export function decodeText(file: string, bytes: Uint8Array): TextFile {
  try {
    return {
      file,
      text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes),
      isUtf8: true,
    };
  } catch {
    return { file, text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes), isUtf8: false };
  }
}

/** Turns offsets of one text into lines and columns; the table of lines is made at the first question. */
export function createLocator(text: string): (offset: number) => Position {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= findLineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1 };
  };
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
