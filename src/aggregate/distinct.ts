// How many different texts there were: exact while they are fewer than `most`, then an estimate (one standard deviation
// is 1/√most: 6 % for 256). Only the smallest hashes are kept: how close they lie tells how many there are. Merging is
// exact.

/** Sorted hashes, smallest first. */
export type Distinct = number[];

export const MOST_HASHES = 256;

export function addDistinct(seen: Distinct, text: string, most: number = MOST_HASHES): void {
  insert(seen, hash(text), most);
}

export function mergeDistinct(seen: Distinct, later: Distinct, most: number = MOST_HASHES): void {
  for (const value of later) insert(seen, value, most);
}

export function countDistinct(seen: Distinct, most: number = MOST_HASHES): number {
  const largest = seen.at(-1);
  if (largest === undefined || seen.length < most) return seen.length;
  return Math.round(((most - 1) / largest) * HASH_RANGE);
}

function insert(seen: Distinct, value: number, most: number): void {
  let low = 0;
  let high = seen.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((seen[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  if (seen[low] === value || low >= most) return;
  seen.splice(low, 0, value);
  if (seen.length > most) seen.pop();
}

const HASH_RANGE = 2 ** 52;

/** Two lanes of FNV-1a, mixed: 52 bits, which a number holds exactly. */
function hash(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return (mix(high ^ text.length) >>> 12) * 2 ** 32 + mix(low);
}

/** MurmurHash3's finalizer: every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
