import { describe, expect, it } from 'vitest';
import { CHALLENGES } from '../../src/knowledge/codes/challenges.ts';
import { CLASSES, SECOND_DIGITS } from '../../src/knowledge/codes/classes.ts';
import { COMPARISONS } from '../../src/knowledge/codes/comparisons.ts';
import { ENHANCED_MAIL } from '../../src/knowledge/codes/enhanced-mail.ts';
import { ENHANCED_SECURITY } from '../../src/knowledge/codes/enhanced-security.ts';
import { ENHANCED_UNREGISTERED } from '../../src/knowledge/codes/enhanced-unregistered.ts';
import { RETRIES, SPEAKERS, STAGES, STATUSES } from '../../src/knowledge/codes/phrases.ts';
import { OWNERS, REASON_RETRIES } from '../../src/knowledge/codes/reason-phrases.ts';
import { REMEDIES } from '../../src/knowledge/codes/remedies.ts';
import { REPLY_CODES } from '../../src/knowledge/codes/reply-codes.ts';
import { SUBJECTS } from '../../src/knowledge/codes/subjects.ts';
import { REPLY_DEFAULTS } from '../../src/knowledge/reply-defaults.ts';
import { REASON_FACTS } from '../../src/knowledge/reasons/index.ts';
import { REASONS } from '../../src/model/reason.ts';

const ENHANCED = [...ENHANCED_MAIL, ...ENHANCED_SECURITY];

describe('reply codes', () => {
  it('all of RFC 5321 section 4.2.3, RFC 4954, RFC 3207, RFC 7504 and RFC 1985, once and in order', () => {
    const codes = REPLY_CODES.map(({ code }) => code);
    const defined = [
      211, 214, 220, 221, 235, 250, 251, 252, 253, 334, 354, 421, 432, 450, 451, 452, 454, 455, 458, 459, 500,
      501, 502, 503, 504, 521, 530, 534, 535, 538, 550, 551, 552, 553, 554, 555, 556,
    ];
    expect(codes).toEqual(expect.arrayContaining(defined));
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
    for (const code of defined) {
      expect(REPLY_CODES.find((facts) => facts.code === code)).toMatchObject({ status: 'rfc' });
    }
  });

  it.each(REPLY_CODES.map((facts) => [facts.code, facts] as const))('%i has all its facts', (code, facts) => {
    expect(facts.sources.length).toBeGreaterThan(0);
    expect(facts.stages.length).toBeGreaterThan(0);
    expect(facts.confusedWith).not.toContain(code);
    const known = REPLY_CODES.map((each) => each.code);
    expect(known).toEqual(expect.arrayContaining([...facts.confusedWith]));
    expect(facts.status !== 'rfc' || facts.sources.some((source) => 'rfc' in source)).toBe(true);
    // What explain says and what classify decides by the code alone are one thing.
    expect(facts.reason).toBe(REPLY_DEFAULTS[code] ?? facts.reason);
  });
});

describe('enhanced codes', () => {
  it('the 81 of the IANA registry, each once', () => {
    expect(new Set(ENHANCED.map(({ code }) => code)).size).toBe(81);
    expect(ENHANCED.filter(({ code }) => code.startsWith('X.7.'))).toHaveLength(31);
    for (const { sources, confusedWith } of ENHANCED) {
      expect(sources.length).toBeGreaterThan(0);
      expect(ENHANCED.map(({ code }) => code)).toEqual(expect.arrayContaining([...confusedWith]));
    }
  });
});

describe('both languages', () => {
  const everything = {
    REPLY_CODES,
    ENHANCED,
    ENHANCED_UNREGISTERED,
    COMPARISONS,
    REMEDIES,
    CLASSES,
    SECOND_DIGITS,
    SUBJECTS,
    CHALLENGES,
    STATUSES,
    STAGES,
    SPEAKERS,
    RETRIES,
    OWNERS,
    REASON_RETRIES,
  };

  it.each(Object.entries(everything))('%s: complete, and neither is a copy of the other', (_, facts) => {
    const pairs = translatedIn(facts);
    expect(pairs.length).toBeGreaterThan(0);
    for (const pair of pairs) {
      expect(pair.en.trim()).not.toBe('');
      expect(pair['pt-BR'].trim()).not.toBe('');
      // English is readable on every terminal.
      expect(pair.en).toMatch(/^[ -~]+$/);
    }
    expect(pairs.filter(isCopy)).toEqual([]);
  });

  it('every reason has its remedy, owner and retry', () => {
    for (const reason of REASONS) {
      expect(REMEDIES[reason]).toBeDefined();
      expect(OWNERS[REASON_FACTS[reason].owner]).toBeDefined();
      expect(REASON_RETRIES[REASON_FACTS[reason].retry]).toBeDefined();
    }
  });
});

interface Pair {
  en: string;
  'pt-BR': string;
}

/** Every object that has one of the two languages. */
function translatedIn(value: unknown): Pair[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value || 'pt-BR' in value) return [value as Pair];
  return Object.values(value).flatMap(translatedIn);
}

/** A sentence that nobody translated; replies in quotes and names stay as they are. */
function isCopy(pair: Pair): boolean {
  const words = pair.en.replace(/"[^"]*"/g, '');
  return pair.en === pair['pt-BR'] && words.length > 40 && !words.startsWith('draft-');
}
