// Addresses in log lines. Whoever sends mail chooses them, so they may look like the rest of a line.

/**
 * Where the address that begins at `at` (behind its `<`) ends: the position of its `>`, -1 when it has none.
 * Postfix 3.5 and later quote a local part with special characters, and a `>` inside quotes is not the end.
 */
export function addressEnd(text: string, at: number): number {
  return text.indexOf('>', unquotedFrom(text, at));
}

/** The same, -1 also when what is not quoted holds a `<` or a quote: then this is no address, but text that looks like one. */
export function plainAddressEnd(text: string, at: number): number {
  const from = unquotedFrom(text, at);
  for (let next = from; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === MORE) return next;
    if (code === LESS || code === QUOTE) return -1;
  }
  return -1;
}

/** Behind the quoted local part that begins at `at`, at its `@`; `at` when there is none. */
export function unquotedFrom(text: string, at: number): number {
  if (text.charCodeAt(at) !== QUOTE) return at;
  for (let next = at + 1; next < text.length; next++) {
    const code = text.charCodeAt(next);
    if (code === BACKSLASH) next++;
    else if (code === QUOTE) return text.charCodeAt(next + 1) === AT ? next + 1 : at;
  }
  return at;
}

const LESS = 60;
const MORE = 62;
const QUOTE = 34;
const BACKSLASH = 92;
const AT = 64;
