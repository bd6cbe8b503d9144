import { describe, expect, it } from 'vitest';
import { explainReply } from '../../src/classify/explain-reply.ts';
import { explainLines } from '../../src/classify/lines.ts';

describe('explainReply', () => {
  it('tells everything about a reply', () => {
    expect(explainReply('452 4.2.2 Mailbox full')).toEqual({
      text: '452 4.2.2 Mailbox full',
      reply_code: 452,
      enhanced_code: '4.2.2',
      class: '4xx',
      reason: 'storage-mailbox-full',
      family: 'storage',
      owner: 'recipient',
      storage: 'mailbox-quota',
      provider: null,
      rule: 'generic:mailbox-full-text',
    });
  });

  it.each([
    ['452 4.3.1 Insufficient system storage', 'remote-system'],
    ['error writing message: No space left on device', 'queue-disk'],
    ['552 5.3.4 Message size exceeds fixed limit', 'message-size'],
    ['452 4.3.1 Insufficient system resources', null],
    ['452 4.3.1 please wait', null],
    ['452', 'remote-system'],
    ['452 something else', null],
    ['552', 'mailbox-quota'],
    ['550 5.1.1 User unknown', null],
  ])('storage of %s: %s', (text, storage) => {
    expect(explainReply(text).storage).toBe(storage);
  });

  it('finds the reply in a log text that quotes it', () => {
    const text = 'host mx.example.org[192.0.2.1] said: 552 5.2.2 Over quota (in reply to RCPT TO command)';
    expect(explainReply(text)).toMatchObject({ text, reply_code: 552, reason: 'storage-mailbox-full' });
  });

  it('says unclassified rather than guess', () => {
    expect(explainReply('')).toMatchObject({
      reply_code: null,
      class: null,
      reason: 'unclassified',
      storage: null,
    });
  });
});

describe('explainLines', () => {
  it('explains one text a line and steps over empty ones', async () => {
    const explained: string[] = [];
    for await (const { reason } of explainLines(['550 5.1.1 User unknown', '', '535 5.7.8 nope\r']))
      explained.push(reason);
    expect(explained).toEqual(['no-such-user', 'auth-failed']);
  });
});
