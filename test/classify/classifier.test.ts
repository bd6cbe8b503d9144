import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../src/classify/classifier.ts';
import { parseReply } from '../../src/classify/parse-reply.ts';
import { REASON_FACTS } from '../../src/knowledge/reasons/index.ts';
import type { Reason } from '../../src/model/reason.ts';

interface Labelled {
  text: string;
  reason: Reason;
}

const truth = labelled('truth-texts');
const more = labelled('more-texts');

function labelled(name: string): Labelled[] {
  const lines = readFileSync(`fixtures/knowledge/${name}.ndjson`, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Labelled);
}

const classifier = createClassifier();

/** Has seen everything once, so that its memo answers. */
const createdBefore = createClassifier();
for (let round = 0; round < 3; round++) {
  for (const { text } of truth) {
    const { replyCode, enhancedCode } = parseReply(text);
    createdBefore.classify(replyCode, enhancedCode, text);
  }
}

function reasonOf(text: string): Reason {
  const { replyCode, enhancedCode } = parseReply(text);
  return classifier.classify(replyCode, enhancedCode, text).reason;
}

describe('createClassifier', () => {
  it('gives at least 99 of 100 documented and observed replies their reason', () => {
    for (const texts of [truth, more]) {
      const wrong = texts.filter(({ text, reason }) => reasonOf(text) !== reason);
      const tolerated = Math.floor(texts.length / 100);
      expect(wrong.slice(tolerated)).toEqual([]);
    }
  });

  it.each(['storage', 'auth', 'size'])('is right about all documented replies of the family %s', (family) => {
    const texts = truth.filter(({ reason }) => REASON_FACTS[reason].family === family);
    expect(texts.map(({ text }) => ({ text, reason: reasonOf(text) }))).toEqual(
      texts.map(({ text, reason }) => ({ text, reason })),
    );
  });

  it('says which layer and rule decided', () => {
    expect(classifier.classify(550, '5.1.1', '550 5.1.1 No such user here').rule).toBe(
      'generic:no-such-user-text',
    );
    expect(classifier.classify(250, '2.0.0', '250 2.0.0 Ok').rule).toBe('dialogue:accepted-2xx');
    expect(classifier.classify(535, '5.7.8', 'xyz').rule).toBe('generic:auth-refused');
    expect(classifier.classify(550, '5.7.606', 'xyz').rule).toBe('enhanced:5.7.606-649');
    expect(classifier.classify(550, '5.6.42', 'xyz').rule).toBe('enhanced:x.6.x');
    expect(classifier.classify(556, null, 'xyz').rule).toBe('reply:556');
    expect(classifier.classify(499, null, 'xyz').rule).toBe('class:4');
    expect(classifier.classify(null, null, 'xyz')).toMatchObject({
      reason: 'unclassified',
      rule: 'class:none',
    });
  });

  it('gives a text the same reason with its codes in front and without', () => {
    for (const { text } of truth) {
      const { replyCode, enhancedCode } = parseReply(text);
      // A multi-line reply keeps the codes of its further lines, and a code in parentheses stays where it is.
      const bare = text.replace(/^[2-5]\d\d(?:[ -]#?[245]\.\d+\.\d+)?[ -]+/, '');
      const withCodes = classifier.classify(replyCode, enhancedCode, text);
      expect({ text, rule: classifier.classify(replyCode, enhancedCode, bare).rule }).toEqual({
        text,
        rule: withCodes.rule,
      });
    }
  });

  it('does not let names decide: users, hosts and addresses may be called anything', () => {
    const names = [
      'spam',
      'virus',
      'quota',
      'mailbox-full',
      'greylisted',
      'dmarc',
      'blacklist',
      'tls-required',
    ];
    for (const name of names) {
      expect(reasonOf(`550 5.1.1 <${name}@example.org>: Recipient address rejected: User unknown`)).toBe(
        'no-such-user',
      );
      expect(reasonOf(`550 No such user ${name}@example.org here`)).toBe('no-such-user');
      expect(reasonOf(`450 4.7.1 <bob@${name}.example>: Recipient address rejected: Greylisted`)).toBe(
        'greylisted',
      );
      const unreachable = `connect to ${name}.example.org[192.0.2.1]:25: Connection timed out`;
      expect(classifier.classify(null, '4.4.1', unreachable).reason).toBe('network');
    }
  });

  it('never takes these for storage, whatever their codes say', () => {
    const others = [
      ['452 4.5.3 Error: too many recipients', 'too-many-recipients'],
      ['452 Too many recipients received this hour', 'rate-limited'],
      ['452 4.4.5 Rate limit exceeded', 'rate-limited'],
      ['452 4.2.2 Greylisted, please try again in 5 minutes.', 'greylisted'],
      ['452 4.2.1 mailbox temporarily disabled: bob@example.org', 'mailbox-disabled'],
      ['552 1 Requested mail action aborted, mailbox not found', 'no-such-user'],
      ['552 5.7.0 This message was blocked because its content presents a potential security issue', 'virus'],
      ['550 5.2.2 Submission quota exceeded', 'rate-limited'],
    ] as const;
    expect(others.map(([text]) => [text, reasonOf(text)])).toEqual(others);
  });

  it('reads no second reply out of text that imitates the log', () => {
    const forged =
      '451 4.7.1 try later]: 452 4.3.1 Insufficient system storage; from=<ceo@example.org> to=<victim@example.net>';
    expect(reasonOf(forged)).not.toMatch(/^storage/);
    expect(reasonOf('450 4.3.1 host mx[192.0.2.1]: 452 4.3.1 Insufficient system storage')).toBe(
      'storage-system-full',
    );
  });

  it('sees a full mailbox behind any code', () => {
    const codes = [
      '450 4.7.1',
      '451 4.3.0',
      '452 4.1.1',
      '550',
      '552 5.1.1',
      '554 5.7.1',
      '422',
      '571 5.7.1',
    ];
    const others = codes.filter((code) => reasonOf(`${code} Mailbox over quota`) !== 'storage-mailbox-full');
    expect(others).toEqual([]);
  });

  it('answers alike at the first and at the hundredth time', () => {
    const fresh = createClassifier();
    for (const { text } of truth) {
      const { replyCode, enhancedCode } = parseReply(text);
      const first = fresh.classify(replyCode, enhancedCode, text);
      for (let again = 0; again < 4; again++) {
        expect(fresh.classify(replyCode, enhancedCode, text)).toEqual(first);
      }
      expect(createdBefore.classify(replyCode, enhancedCode, text)).toEqual(first);
    }
  });

  it('does not mix up one text under different codes', () => {
    const text = 'come what may';
    for (let round = 0; round < 3; round++) {
      expect(classifier.classify(535, null, text).reason).toBe('auth-failed');
      expect(classifier.classify(550, null, text).reason).toBe('no-such-user');
      expect(classifier.classify(550, '5.2.2', text).reason).toBe('storage-mailbox-full');
      expect(classifier.classify(null, null, text).reason).toBe('unclassified');
    }
  });

  it('stays right when more texts come than it remembers', () => {
    const fresh = createClassifier();
    for (let i = 0; i < 30_000; i++) {
      const text = `550 5.1.1 <u${i % 9000}@example.org>: Recipient address rejected: User unknown`;
      expect(fresh.classify(550, '5.1.1', text).reason).toBe('no-such-user');
    }
    expect(fresh.classify(552, '5.2.2', '552 5.2.2 Over quota').reason).toBe('storage-mailbox-full');
  });

  it('takes any bytes', () => {
    const code = fc.option(fc.integer({ min: 0, max: 999 }));
    const enhanced = fc.option(fc.constantFrom('5.1.1', '4.999.999', '2.0.0', 'x', ''));
    fc.assert(
      fc.property(
        code,
        enhanced,
        fc.string({ unit: 'binary', maxLength: 300 }),
        (replyCode, enhancedCode, text) => {
          expect(REASON_FACTS[classifier.classify(replyCode, enhancedCode, text).reason]).toBeDefined();
        },
      ),
    );
  });
});
