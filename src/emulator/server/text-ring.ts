export interface TextRing {
  readonly size: number;
  /** Gives how many had to make room. */
  push(text: string): number;
  /** Drops the oldest; nothing where there is none. */
  shift(): void;
  read(): string[];
  clear(): void;
}

/** Bytes that most entries fit in; a longer one is kept beside. */
const slotSize = 256;

/**
 * Keeps the last `limit` texts, `byteLimit` bytes in all at most (the last one always), in a block of memory that is taken once and lies outside of the heap: a server that
 * runs all day does not grow by what it notes.
 */
export function createTextRing(limit: number, byteLimit: number): TextRing {
  const slots = Buffer.alloc(limit * slotSize);
  const lengths = new Uint32Array(limit);
  const long = new Map<number, string>();
  let begin = 0;
  let size = 0;
  let bytes = 0;

  const ring: TextRing = {
    get size() {
      return size;
    },
    push(text) {
      const length = Buffer.byteLength(text);
      let dropped = 0;
      for (; isFull(length); dropped++) ring.shift();
      const place = (begin + size) % limit;
      size += 1;
      bytes += length;
      lengths[place] = length;
      if (length <= slotSize) slots.write(text, place * slotSize);
      else long.set(place, text);
      return dropped;
    },
    shift() {
      if (size === 0) return;
      long.delete(begin);
      bytes -= lengths[begin] ?? 0;
      begin = (begin + 1) % limit;
      size -= 1;
    },
    read: () => Array.from({ length: size }, (_, step) => readPlace((begin + step) % limit)),
    clear() {
      long.clear();
      begin = size = bytes = 0;
    },
  };
  return ring;

  function isFull(length: number): boolean {
    return size > 0 && (size === limit || bytes + length > byteLimit);
  }

  function readPlace(place: number): string {
    const start = place * slotSize;
    return long.get(place) ?? slots.toString("utf8", start, start + (lengths[place] ?? 0));
  }
}
