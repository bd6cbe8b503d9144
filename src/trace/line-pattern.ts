// A search over raw bytes, read as Latin-1: cheap enough to decide which lines are parsed at all.
import { Buffer } from 'node:buffer';

export interface LinePattern {
  /** With the flag `g`; matches never span lines. */
  readonly regex: RegExp;
  /** The only word, where case counts: chunks without it need not be decoded. */
  readonly sole: Buffer | null;
  /** Only where no letter or digit stands before and behind it. */
  readonly whole: boolean;
}

/** Lines that contain one of the words: as it is, in any case, or as a word of its own. */
export function wordPattern(words: readonly string[], match: 'exact' | 'any case' | 'whole'): LinePattern {
  const bytes = words.map((word) => Buffer.from(word, 'utf8'));
  const alternatives = bytes.map((each) => quoted(each.toString('latin1')));
  return {
    regex: new RegExp(alternatives.join('|'), match === 'any case' ? 'gi' : 'g'),
    sole: match !== 'any case' && bytes.length === 1 ? (bytes[0] ?? null) : null,
    whole: match === 'whole',
  };
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
