import type { Fragment } from './fragment.ts';
import type { NormalText } from './normal-text.ts';

/**
 * Finds which of some thousand fragments a text contains, in one pass over it. Each fragment waits under one group of
 * three characters that it has and that few other fragments have, so nearly every position of a text is passed over with
 * one look into a table, and building the table costs less than an automaton.
 */
export class FragmentIndex {
  readonly #fragments: readonly Fragment[];
  /** Group of three → first entry, plus one; 0: nobody waits. */
  readonly #head: Uint16Array = new Uint16Array(GROUPS);
  /** Entry (a fragment) → next entry of the same group, plus one. */
  readonly #next: Uint16Array;
  /** How far the group stands from the fragment's start. */
  readonly #offset: Uint8Array;
  /** The fragments' characters one after another; a fragment with a pattern has none here. */
  readonly #pool: Uint16Array;
  readonly #start: Uint32Array;
  /** Fragment → number of the text in which it was found or tried last. */
  readonly #seen: Uint32Array;
  readonly #tried: Uint32Array;
  #text = 0;

  constructor(fragments: readonly Fragment[]) {
    this.#fragments = fragments;
    this.#next = new Uint16Array(fragments.length);
    this.#offset = new Uint8Array(fragments.length);
    this.#start = new Uint32Array(fragments.length + 1);
    this.#seen = new Uint32Array(fragments.length);
    this.#tried = new Uint32Array(fragments.length);
    this.#pool = this.#fillPool();
    this.#chooseGroups();
  }

  /** Finds the fragments of `text`; `onFound` gets each once. */
  search(text: NormalText, onFound: (fragment: number) => void): void {
    this.#text++;
    const { codes, length } = text;
    let group = 0;
    for (let i = 0; i < length; i++) {
      group = nextGroup(group, codes[i]!);
      let entry = this.#head[group]!;
      while (entry !== 0) {
        const fragment = entry - 1;
        if (this.#seen[fragment] !== this.#text && this.#isAt(fragment, text, i - 2)) {
          this.#seen[fragment] = this.#text;
          onFound(fragment);
        }
        entry = this.#next[fragment]!;
      }
    }
  }

  /** Whether the last text that was searched contains `fragment`. */
  has(fragment: number): boolean {
    return this.#seen[fragment] === this.#text;
  }

  #isAt(fragment: number, text: NormalText, groupAt: number): boolean {
    const pattern = this.#fragments[fragment]!.pattern;
    if (pattern !== null) {
      if (this.#tried[fragment] === this.#text) return false;
      this.#tried[fragment] = this.#text;
      return pattern.test(text.toString());
    }
    const { codes, length } = text;
    const start = this.#start[fragment]!;
    const end = this.#start[fragment + 1]!;
    let at = groupAt - this.#offset[fragment]!;
    if (at < 0 || at + end - start > length) return false;
    for (let i = start; i < end; i++, at++) {
      if (this.#pool[i] !== codes[at]) return false;
    }
    return true;
  }

  #fillPool(): Uint16Array {
    let total = 0;
    for (const [i, fragment] of this.#fragments.entries()) {
      this.#start[i] = total;
      if (fragment.pattern === null) total += fragment.pieces[0]!.length;
    }
    this.#start[this.#fragments.length] = total;
    const pool = new Uint16Array(total);
    let at = 0;
    for (const fragment of this.#fragments) {
      if (fragment.pattern !== null) continue;
      const piece = fragment.pieces[0]!;
      for (let i = 0; i < piece.length; i++) pool[at++] = piece.charCodeAt(i);
    }
    return pool;
  }

  #chooseGroups(): void {
    const crowd = new Uint16Array(GROUPS);
    this.#eachGroup((_, group) => {
      crowd[group]!++;
    });
    const best = new Int32Array(this.#fragments.length).fill(-1);
    this.#eachGroup((fragment, group, offset) => {
      const chosen = best[fragment]!;
      if (chosen !== -1 && crowd[group]! >= crowd[chosen]!) return;
      best[fragment] = group;
      this.#offset[fragment] = offset;
    });
    for (let fragment = 0; fragment < best.length; fragment++) {
      const group = best[fragment]!;
      this.#next[fragment] = this.#head[group]!;
      this.#head[group] = fragment + 1;
    }
  }

  /** `offset` is that from the start of the piece: only fragments of one piece use it. */
  #eachGroup(visit: (fragment: number, group: number, offset: number) => void): void {
    for (const [i, fragment] of this.#fragments.entries()) {
      for (const piece of fragment.pieces) {
        let group = 0;
        for (let at = 0; at < piece.length; at++) {
          group = nextGroup(group, piece.charCodeAt(at));
          if (at >= 2) visit(i, group, at - 2);
        }
      }
    }
  }
}

/** The last three characters as one number: each shift moves the oldest out. Different groups may share a number. */
function nextGroup(group: number, code: number): number {
  return ((group << 5) ^ code) & (GROUPS - 1);
}

const GROUPS = 1 << 15;
