/** Numbers from 0 up to 1, the same row for the same seed. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Changes a few bytes: others in their place, taken away, doubled, cut off. */
export function mutateBytes(bytes: Uint8Array, random: () => number): Uint8Array {
  let result = bytes.slice();
  for (let left = 1 + Math.floor(random() * 8); left > 0; left--) {
    const at = Math.floor(random() * result.length);
    const kind = random();
    if (kind < 0.6) result[at] = Math.floor(random() * 256);
    else if (kind < 0.75)
      result = new Uint8Array([
        ...result.subarray(0, at),
        ...result.subarray(at + 1 + Math.floor(random() * 40)),
      ]);
    else if (kind < 0.9)
      result = new Uint8Array([...result.subarray(0, at), ...result.subarray(Math.max(0, at - 30))]);
    else result = result.slice(0, at);
  }
  return result;
}

/** Changes a text in places where a parser looks: signs of its grammar put in, pieces swapped, doubled, nested. */
export function mutateText(text: string, signs: readonly string[], random: () => number): string {
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T;
  let result = text;
  for (let left = 1 + Math.floor(random() * 10); left > 0; left--) {
    const at = Math.floor(random() * (result.length + 1));
    const length = Math.floor(random() * 30);
    const kind = random();
    if (kind < 0.4) result = result.slice(0, at) + pick(signs) + result.slice(at);
    else if (kind < 0.6) result = result.slice(0, at) + result.slice(at + length);
    else if (kind < 0.8) result = result.slice(0, at) + pick(signs) + result.slice(at + length);
    else if (kind < 0.95) result = result.slice(0, at) + result.slice(Math.max(0, at - length));
    else result = result.slice(0, at) + pick(signs).repeat(Math.floor(random() * 3000)) + result.slice(at);
  }
  return result;
}
