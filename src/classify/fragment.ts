import { foldToAscii } from './normal-text.ts';

/** A piece of text that a rule looks for, ready to be searched in a normal text. */
export interface Fragment {
  /** The plain pieces of which every match contains all. */
  readonly pieces: readonly string[];
  /** Null when the fragment is one plain piece. */
  readonly pattern: RegExp | null;
}

/** Reads the small language of `knowledge/rule.ts`: plain text, `*` and `|`. */
export function readFragment(source: string): Fragment {
  const folded = ASCII.test(source) ? source : foldToAscii(source);
  if (!folded.includes('*') && !folded.includes('|')) return { pieces: [folded], pattern: null };
  return { pieces: folded.split(SIGNS).filter((piece) => piece !== ''), pattern: patternOf(folded) };
}

function patternOf(source: string): RegExp {
  const inner = source
    .replace(OUTER_BARS, '')
    .split('*')
    .map((piece) => piece.replace(SPECIAL, '\\$&'))
    .join(ANYTHING);
  return new RegExp(
    (source.startsWith('|') ? WORD_START : '') + inner + (source.endsWith('|') ? WORD_END : ''),
  );
}

const ASCII = /^[ -~]*$/;
const SIGNS = /[*|]/;
const OUTER_BARS = /^\||\|$/g;
const SPECIAL = /[.+?^${}()|[\]\\]/g;
const ANYTHING = '[^]{0,60}?';
const WORD_START = '(?<![a-z0-9])';
const WORD_END = '(?![a-z0-9])';
