import {
  ENDS_WORD,
  FragmentPool,
  GROUPS,
  groupsOf,
  nextGroup,
  pairGroup,
  SEVERAL_PIECES,
  STARTS_WORD,
} from './fragment-pool.ts';
import type { NormalText } from './normal-text.ts';

/**
 * Finds which of some thousand fragments a text contains, in one pass over it. Each fragment waits under one group of
 * three characters that it has and that few other fragments have, so nearly every position of a text is passed over with
 * one look into a table, and building the table costs less than an automaton.
 */
export class FragmentIndex {
  readonly #pool: FragmentPool;
  /** Group of three → first fragment that waits there, plus one; 0: nobody. */
  readonly #head: Uint16Array = new Uint16Array(GROUPS);
  /** Fragment → next one of the same group, plus one. */
  readonly #next: Uint16Array;
  /** Where in the pool the chosen group ends. */
  readonly #groupEnd: Uint32Array;
  /** Fragment → number of the text in which it was found or tried last. */
  readonly #seen: Uint32Array;
  readonly #tried: Uint32Array;
  #text = 0;

  constructor(fragments: readonly string[]) {
    const count = fragments.length;
    this.#pool = new FragmentPool(fragments);
    this.#next = new Uint16Array(count);
    this.#groupEnd = new Uint32Array(count);
    this.#seen = new Uint32Array(count);
    this.#tried = new Uint32Array(count);
    this.#chooseGroups();
  }

  /** Finds the fragments of `text`; `onFound` gets each once. */
  search(text: NormalText, onFound: (fragment: number) => void): void {
    this.#text++;
    const { codes, length } = text;
    const head = this.#head;
    let group = 0;
    for (let i = 0; i < length; i++) {
      const code = codes[i]!;
      group = nextGroup(group, code);
      if (head[group] !== 0) this.#visit(group, text, i, onFound);
      if (code < FIRST_IDEOGRAPH || i === 0) continue;
      const pair = pairGroup(codes[i - 1]!, code);
      if (head[pair] !== 0) this.#visit(pair, text, i, onFound);
    }
  }

  /** Whether the last text that was searched contains `fragment`. */
  has(fragment: number): boolean {
    return this.#seen[fragment] === this.#text;
  }

  #visit(group: number, text: NormalText, last: number, onFound: (fragment: number) => void): void {
    let entry = this.#head[group]!;
    while (entry !== 0) {
      const fragment = entry - 1;
      if (this.#seen[fragment] !== this.#text && this.#isAt(fragment, text, last)) {
        this.#seen[fragment] = this.#text;
        onFound(fragment);
      }
      entry = this.#next[fragment]!;
    }
  }

  /** `last`: where the fragment's group ends in the text. */
  #isAt(fragment: number, text: NormalText, last: number): boolean {
    const traits = this.#pool.traits[fragment]!;
    if ((traits & SEVERAL_PIECES) !== 0) return this.#isAnywhere(fragment, text);
    const first = this.#pool.starts[fragment]!;
    const end = this.#pool.starts[fragment + 1]!;
    const start = last - (this.#groupEnd[fragment]! - first);
    return this.#isPieceAt(first, end, text, start) && bordersFit(traits, text, start, start + end - first);
  }

  #isPieceAt(first: number, end: number, text: NormalText, start: number): boolean {
    if (start < 0 || start + end - first > text.length) return false;
    const { codes } = text;
    for (let i = first, at = start; i < end; i++, at++) {
      if (this.#pool.codes[i] !== codes[at]) return false;
    }
    return true;
  }

  /** For a fragment with a `*`, whose pieces may lie in many ways: asked once per text. */
  #isAnywhere(fragment: number, text: NormalText): boolean {
    if (this.#tried[fragment] === this.#text) return false;
    this.#tried[fragment] = this.#text;
    return this.#piecesFollow(fragment, this.#pool.starts[fragment]!, text, 0, text.length);
  }

  /** Whether the pieces from `first` of the pool on follow each other, the next one beginning at `from` or before `to`. */
  #piecesFollow(fragment: number, first: number, text: NormalText, from: number, to: number): boolean {
    const fragmentEnd = this.#pool.starts[fragment + 1]!;
    let end = first;
    while (end < fragmentEnd && this.#pool.codes[end] !== 0) end++;
    const isFirst = first === this.#pool.starts[fragment];
    const traits =
      this.#pool.traits[fragment]! & ((isFirst ? STARTS_WORD : 0) | (end === fragmentEnd ? ENDS_WORD : 0));
    for (let at = from; at <= to; at++) {
      const next = at + end - first;
      if (!this.#isPieceAt(first, end, text, at) || !bordersFit(traits, text, at, next)) continue;
      if (end === fragmentEnd || this.#piecesFollow(fragment, end + 1, text, next, next + LONGEST_GAP))
        return true;
    }
    return false;
  }

  /** Every fragment goes where the crowd is smallest. Plain loops over plain arrays: this is start-up time. */
  #chooseGroups(): void {
    const { codes, starts } = this.#pool;
    const count = starts.length - 1;
    const groups = groupsOf(this.#pool);
    const crowd = new Uint16Array(GROUPS);
    for (let i = 0; i < groups.length; i++) crowd[groups[i]!]!++;
    const head = this.#head;
    for (let fragment = 0; fragment < count; fragment++) {
      const start = starts[fragment]!;
      const end = starts[fragment + 1]!;
      let best = 0;
      let bestEnd = end - 1;
      for (let i = start + 2; i < end; i++) {
        const group = groups[i]!;
        if (group === 0 || (best !== 0 && crowd[group]! >= crowd[best]!)) continue;
        best = group;
        bestEnd = i;
      }
      // Two ideographs have no group of three: they are found as a pair.
      if (best === 0) best = pairGroup(codes[start]!, codes[start + 1]!);
      this.#groupEnd[fragment] = bestEnd;
      this.#next[fragment] = head[best]!;
      head[best] = fragment + 1;
    }
  }
}

function bordersFit(traits: number, text: NormalText, start: number, end: number): boolean {
  if ((traits & STARTS_WORD) !== 0 && start > 0 && isWordCode(text.codes[start - 1]!)) return false;
  return (traits & ENDS_WORD) === 0 || end === text.length || !isWordCode(text.codes[end]!);
}

function isWordCode(code: number): boolean {
  return (code >= LOWER_A && code <= LOWER_Z) || (code >= ZERO && code <= NINE);
}

const FIRST_IDEOGRAPH = 0x2e80;
/** What a `*` may stand for. */
const LONGEST_GAP = 60;
const ZERO = 48;
const NINE = 57;
const LOWER_A = 97;
const LOWER_Z = 122;
