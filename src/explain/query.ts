import { REASONS, type Reason } from '../model/reason.ts';
import type { ChallengeFacts } from '../knowledge/codes/challenges.ts';
import { challengeFacts } from './challenge.ts';

/** What one word of the command line asks for. */
export type Query =
  | { readonly kind: 'reply-code'; readonly code: number }
  | { readonly kind: 'enhanced-code'; readonly code: string }
  | { readonly kind: 'reply-class'; readonly pattern: string }
  | { readonly kind: 'enhanced-class'; readonly pattern: string }
  | { readonly kind: 'reason'; readonly reason: Reason }
  | { readonly kind: 'challenge'; readonly word: string; readonly facts: ChallengeFacts }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unknown'; readonly word: string };

/**
 * What one argument asks for: as a rule one thing, but several for `334,452` and `'334 452'`. `452 4.2.2` is the beginning
 * of a reply.
 */
export function readQueries(argument: string): readonly Query[] {
  const lists = [argument.split(','), argument.split(/[\s,]+/)];
  for (const [place, words] of lists.entries()) {
    const queries = words.map((word) => readQuery(word));
    const kinds = place === 0 ? LISTED_BY_COMMA : LISTED_BY_BLANK;
    if (queries.every(({ kind }) => kinds.includes(kind))) return queries;
  }
  return [readQuery(argument)];
}

function readQuery(argument: string): Query {
  const word = argument.trim();
  if (/^\d{3}$/.test(word)) return { kind: 'reply-code', code: Number(word) };
  const signs = word.toLowerCase().replaceAll('*', 'x').replace(/^#/, '');
  if (/^[2-5](?:x|xx|\dx)?$/.test(signs)) return { kind: 'reply-class', pattern: signs.padEnd(3, 'x') };
  if (ENHANCED.test(signs) && /\d/.test(signs)) return enhancedQuery(signs);
  const reason = REASONS.find((each) => each === word.toLowerCase().replaceAll('_', '-'));
  if (reason !== undefined) return { kind: 'reason', reason };
  const facts = challengeFacts(word);
  if (facts !== null) return { kind: 'challenge', word, facts };
  if (/\s/.test(word) || CODE_PAIR.test(word)) return { kind: 'text', text: word };
  return { kind: 'unknown', word };
}

function enhancedQuery(signs: string): Query {
  const [class_ = 'x', subject = 'x', detail = 'x'] = signs.split('.');
  const code = [class_, subject, detail].join('.');
  const isPattern = subject === 'x' || detail === 'x';
  return isPattern ? { kind: 'enhanced-class', pattern: code } : { kind: 'enhanced-code', code };
}

const LISTED_BY_BLANK: readonly Query['kind'][] = ['reply-code', 'reply-class', 'reason'];
const LISTED_BY_COMMA: readonly Query['kind'][] = [...LISTED_BY_BLANK, 'enhanced-code', 'enhanced-class'];
/** `4.2.2`, `x.2.2`, `5.7.x`, `5.7`. */
const ENHANCED = /^[\dx]\.(?:\d{1,3}|x)(?:\.(?:\d{1,3}|x))?$/;
/** `452-4.2.2`, as the first line of a long reply begins. */
const CODE_PAIR = /^[2-5]\d\d-[245]\.\d{1,3}\.\d{1,3}$/;
