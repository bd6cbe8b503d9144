/**
 * A copy of `text` that stands alone. V8 makes a substring point into its parent, so that one kept address would keep
 * a whole chunk of the log in memory; whoever stores a string longer than its event calls this first.
 */
export function keep(text: string): string {
  // Short substrings are copied by V8 anyway. Longer ones: concatenation makes a new flat string once it is indexed,
  // and the one character that the slice drops is all that is pinned.
  return text.length < SHORTEST_SLICE ? text : (' ' + text).slice(1);
}

/** V8's SlicedString::kMinLength. */
const SHORTEST_SLICE = 13;
