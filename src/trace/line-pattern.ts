// A search over raw bytes, read as Latin-1: cheap enough to decide which lines are parsed at all.
import { Buffer } from 'node:buffer';

export interface LinePattern {
  /** With the flag `g`; matches never span lines. */
  readonly regex: RegExp;
  /** The only word, where case counts: chunks without it need not be decoded. */
  readonly sole: Buffer | null;
}

/** Lines that contain one of the words anywhere. */
export function wordPattern(words: readonly string[], letters: 'exact' | 'any case'): LinePattern {
  const bytes = words.map((word) => Buffer.from(word, 'utf8'));
  const alternatives = bytes.map((each) => quoted(each.toString('latin1')));
  return {
    regex: new RegExp(alternatives.join('|'), letters === 'exact' ? 'g' : 'gi'),
    sole: letters === 'exact' && bytes.length === 1 ? (bytes[0] ?? null) : null,
  };
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
