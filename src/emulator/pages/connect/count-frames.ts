/**
 * How many pages this one lies in: 0 in a tab. A widget that frames a page of the CRM runs in that page too and frames
 * the next one; a browser stops that only where the addresses are equal.
 */
export function countFrames(window: Window): number {
  let count = 0;
  for (let one = window; one !== one.parent; one = one.parent) count += 1;
  return count;
}
