export interface TextRing {
  readonly size: number;
  push(text: string): void;
  /** Drops the oldest; nothing where there is none. */
  shift(): void;
  read(): string[];
  clear(): void;
}

/** Bytes that most entries fit in; a longer one is kept beside. */
const slotSize = 256;

/**
 * Keeps the last `limit` texts in a block of memory that is taken once and lies outside of the heap: a server that
 * runs all day does not grow by what it notes.
 */
export function createTextRing(limit: number): TextRing {
  const slots = Buffer.alloc(limit * slotSize);
  const lengths = new Uint16Array(limit);
  const long = new Map<number, string>();
  let begin = 0;
  let size = 0;

  const ring: TextRing = {
    get size() {
      return size;
    },
    push(text) {
      if (size === limit) ring.shift();
      const place = (begin + size) % limit;
      size += 1;
      const length = Buffer.byteLength(text);
      lengths[place] = length <= slotSize ? length : 0;
      if (length <= slotSize) slots.write(text, place * slotSize);
      else long.set(place, text);
    },
    shift() {
      if (size === 0) return;
      long.delete(begin);
      begin = (begin + 1) % limit;
      size -= 1;
    },
    read: () => Array.from({ length: size }, (_, step) => readPlace((begin + step) % limit)),
    clear() {
      long.clear();
      begin = size = 0;
    },
  };
  return ring;

  function readPlace(place: number): string {
    const start = place * slotSize;
    return long.get(place) ?? slots.toString("utf8", start, start + (lengths[place] ?? 0));
  }
}
