import type { Classification } from '../model/reason.ts';
import { keep } from '../model/keep.ts';

/**
 * Remembers the classifications of texts that come again, up to a bound. A text is stored at its second coming: those that
 * carry an id of their own never repeat, and storing them would cost more than it saves.
 */
export class Memo {
  readonly #capacity: number;
  #young = new Map<string, Entry>();
  #old = new Map<string, Entry>();
  /** Hashes of texts seen once lately. */
  readonly #seenOnce: Uint32Array;

  constructor(capacity: number) {
    this.#capacity = capacity;
    this.#seenOnce = new Uint32Array(1 << (32 - Math.clz32(capacity)));
  }

  get(replyCode: number | null, enhancedCode: string | null, text: string): Classification | null {
    let entry = this.#young.get(text) ?? this.#old.get(text) ?? null;
    while (entry !== null) {
      const { classification } = entry;
      if (classification.replyCode === replyCode && classification.enhancedCode === enhancedCode)
        return classification;
      entry = entry.next;
    }
    return null;
  }

  put(text: string, classification: Classification): void {
    const hash = hashOf(text);
    const slot = hash & (this.#seenOnce.length - 1);
    if (this.#seenOnce[slot] !== hash) {
      this.#seenOnce[slot] = hash;
      return;
    }
    if (this.#young.size >= this.#capacity) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(keep(text), { classification, next: this.#young.get(text) ?? null });
  }
}

/** The same text may come with different codes, of which few exist. */
interface Entry {
  readonly classification: Classification;
  readonly next: Entry | null;
}

function hashOf(text: string): number {
  let hash = text.length;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
