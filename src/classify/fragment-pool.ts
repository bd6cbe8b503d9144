/** The fragments' characters one after another, so that they are searched without touching strings. */
export class FragmentPool {
  /** Without bars; a `*` is 0. */
  readonly codes: Uint16Array;
  /** Where each fragment begins, and after the last one where it ends. */
  readonly starts: Uint32Array;
  readonly traits: Uint8Array;

  constructor(fragments: readonly string[]) {
    let most = 0;
    for (const fragment of fragments) most += fragment.length;
    const codes = new Uint16Array(most);
    this.starts = new Uint32Array(fragments.length + 1);
    this.traits = new Uint8Array(fragments.length);
    let at = 0;
    for (let fragment = 0; fragment < fragments.length; fragment++) {
      const source = fragments[fragment]!;
      let traits = (source.startsWith('|') ? STARTS_WORD : 0) | (source.endsWith('|') ? ENDS_WORD : 0);
      const end = source.length - (traits & ENDS_WORD ? 1 : 0);
      this.starts[fragment] = at;
      for (let i = traits & STARTS_WORD ? 1 : 0; i < end; i++) {
        const code = source.charCodeAt(i);
        if (code === STAR) traits |= SEVERAL_PIECES;
        codes[at++] = code === STAR ? 0 : code;
      }
      this.traits[fragment] = traits;
    }
    this.starts[fragments.length] = at;
    this.codes = codes.subarray(0, at);
  }
}

/** The group that ends at each place of the pool; 0 where none does, at the start of a piece. */
export function groupsOf({ codes, starts }: FragmentPool): Uint16Array {
  const groups = new Uint16Array(codes.length);
  for (let fragment = 1; fragment < starts.length; fragment++) {
    const end = starts[fragment]!;
    let group = 0;
    let length = 0;
    for (let i = starts[fragment - 1]!; i < end; i++) {
      const code = codes[i]!;
      length = code === 0 ? 0 : length + 1;
      group = nextGroup(group, code);
      if (length > 2) groups[i] = group;
    }
  }
  return groups;
}

/** The last three characters as one number: each shift moves the oldest out. Different groups may share a number. */
export function nextGroup(group: number, code: number): number {
  return ((group << 5) ^ code) & (GROUPS - 1);
}

/** Two ideographs are a word and may be a whole fragment. */
export function pairGroup(first: number, second: number): number {
  return nextGroup(nextGroup(0, first), second);
}

export const GROUPS: number = 1 << 15;
/** No letter or digit stands directly before, or after. */
export const STARTS_WORD = 1;
export const ENDS_WORD = 2;
/** The fragment has a `*`. */
export const SEVERAL_PIECES = 4;
const STAR = 42;
