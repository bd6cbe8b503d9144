import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseReply, replyStart } from '../../src/classify/parse-reply.ts';

interface TruthText {
  text: string;
  reply_code: number | null;
  enhanced_code: string | null;
}

const truth: TruthText[] = readFileSync('fixtures/knowledge/truth-texts.ndjson', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as TruthText);

describe('parseReply', () => {
  it('finds the codes of every documented reply', () => {
    for (const { text, reply_code, enhanced_code } of truth) {
      // Where no server spoke, the enhanced code is the delivery status, which stands beside the text.
      if (reply_code === null) continue;
      expect({ text, ...parseReply(text) }).toEqual({
        text,
        replyCode: reply_code,
        enhancedCode: enhanced_code,
      });
    }
  });

  it.each([
    ['550 #5.1.0 Address rejected.', 550, '5.1.0'],
    ['550-5.7.25 [192.0.2.1] The IP address', 550, '5.7.25'],
    ['554 mx.example.org cmsmtp 5.7.1 Service unavailable', 554, '5.7.1'],
    ['451 qq write error or disk full (#4.3.0)', 451, '4.3.0'],
    ['550 4.4.7 QUEUE.Expired; message expired', 550, '4.4.7'],
    ['Sorry, I could not find any host by that name. (#4.1.2)', null, '4.1.2'],
    ['5.1.1 User unknown', null, '5.1.1'],
    ['550', 550, null],
  ])('%s', (text, replyCode, enhancedCode) => {
    expect(parseReply(text)).toEqual({ replyCode, enhancedCode });
  });

  it.each([
    ['550 2.1.5 Ok', 'a success class does not go with a failure'],
    ['550 Blocked by 5.6.7.8 today', 'an address is no code'],
    ['550 Message refused by filter 5.2.1', 'a version in mid-text is no code'],
  ])('takes no enhanced code from %s: %s', (text) => {
    expect(parseReply(text)).toEqual({ replyCode: 550, enhancedCode: null });
  });

  it.each(['192.0.2.1 refused', '4522 x', '', 'queue 452', '652 x', '45'])(
    '%j begins with no reply code',
    (text) => {
      expect(parseReply(text).replyCode).toBeNull();
    },
  );
});

describe('replyStart', () => {
  it.each([
    ['550 5.1.1 User unknown', '550 5.1.1 User unknown'],
    ['host mx.example.org[192.0.2.1] said: 550 5.1.1 User unknown', '550 5.1.1 User unknown'],
    [
      'SMTP error from remote mail server after RCPT TO:<a@example.org>: 452 4.2.2 Mailbox full',
      '452 4.2.2 Mailbox full',
    ],
    [
      'connect to mx.example.org[192.0.2.1]:25: Connection timed out',
      'connect to mx.example.org[192.0.2.1]:25: Connection timed out',
    ],
  ])('%s', (text, reply) => {
    expect(text.slice(replyStart(text))).toBe(reply);
  });
});
