import { describe, expect, it } from 'vitest';
import { explain } from '../../src/explain/explain.ts';

const one = async (text: string) => (await explain([text], 'en')).entries[0]!;

describe('a pasted reply or line of a log', () => {
  it.each([
    // Gmail, support.google.com/mail/answer/6596
    [
      '452-4.2.2 The email account that you tried to reach is over quota.',
      452,
      '4.2.2',
      'storage-mailbox-full',
    ],
    [
      'Nov 24 10:00:00 mx postfix/smtp[12]: 4AB12: to=<a@b.example>, relay=mx.b.example[192.0.2.1]:25, delay=1, delays=1/0/0/0, dsn=4.2.2, status=deferred (host mx.b.example[192.0.2.1] said: 452-4.2.2 The email account that you tried to reach is over quota. (in reply to RCPT TO command))',
      452,
      '4.2.2',
      'storage-mailbox-full',
    ],
    // postfix smtpd
    [
      'Nov 24 10:00:00 mx postfix/smtpd[3]: NOQUEUE: reject: MAIL from h.example[192.0.2.7]: 452 4.3.1 Insufficient system storage; proto=ESMTP helo=<h.example>',
      452,
      '4.3.1',
      'storage-system-full',
    ],
    // exim
    [
      '2026-11-24 10:00:00 H=(x) [192.0.2.7] F=<a@b.example> rejected RCPT <no@b.example>: 550 no such user here',
      550,
      null,
      'no-such-user',
    ],
    // postfix virtual, without a reply code
    [
      'postfix/virtual[9]: 4AB: to=<u@b.example>, relay=virtual, delay=0.1, dsn=5.2.2, status=bounced (maildir delivery failed: error writing message: Disk quota exceeded)',
      null,
      '5.2.2',
      'storage-mailbox-full',
    ],
  ])('%s', async (text, replyCode, enhancedCode, reason) => {
    const entry = await one(text);
    expect(entry.kind).toBe('text');
    expect(entry.reply).toMatchObject({ reply_code: replyCode, enhanced_code: enhancedCode, reason });
    expect(entry.reply?.rule).toMatch(/^[a-z]+:/);
    expect(entry.fix?.recipient).not.toBe('');
  });

  it('without quotes, as many words', async () => {
    const { entries } = await explain('452 4.2.2 The email account is over quota'.split(' '), 'en');
    expect(entries).toMatchObject([{ kind: 'text', code: '452 4.2.2', reason: 'storage-mailbox-full' }]);
  });

  it('a failed login that quotes the last challenge', async () => {
    const entry = await one('warning: unknown[203.0.113.9]: SASL LOGIN authentication failed: UGFzc3dvcmQ6');
    expect(entry.reason).toBe('auth-failed');
    expect(entry.description).toMatch(/after this prompt/);
  });

  it('of several lines', async () => {
    const entry = await one(
      '550-5.1.1 The email account that you tried to reach\r\n550 5.1.1 does not exist',
    );
    expect(entry.reply).toMatchObject({ reply_code: 550, enhanced_code: '5.1.1', reason: 'no-such-user' });
  });

  it('words that no rule knows are a problem, not a guess', async () => {
    const { entries, problems } = await explain(['the quick brown fox'], 'en');
    expect(entries).toEqual([]);
    expect(problems[0]?.message).toMatch(/no code in it/);
  });
});

describe('a challenge', () => {
  // RFC 4954 section 4.1; RFC 2195 section 2; RFC 5802 section 5; RFC 7628 section 3.2.3
  it.each([
    ['VXNlcm5hbWU6', /user name/, 'auth-challenge'],
    ['UGFzc3dvcmQ6', /LOGIN prompt for the password/, 'auth-challenge'],
    ['VXNlciBOYW1lAA==', /user name/, 'auth-challenge'],
    ['PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+', /CRAM-MD5/, 'auth-challenge'],
    ['eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiQmVhcmVyIn0=', /OAuth error/, 'auth-failed'],
  ])('%s', async (word, name, reason) => {
    const entry = await one(word);
    expect(entry).toMatchObject({ kind: 'challenge', reason });
    expect(entry.name).toMatch(name);
  });
});

describe('secrets', () => {
  const plain = Buffer.from('\0alice\0hunter22').toString('base64');

  it('the answer of a client is neither decoded nor repeated', async () => {
    const explanation = await explain([plain], 'en');
    expect(explanation.entries).toEqual([]);
    expect(JSON.stringify(explanation)).not.toContain(plain);
    expect(explanation.problems[0]?.hint).toMatch(/does not decode/);
  });

  it.each([
    // NTLM type 3, UTF-8 password, SCRAM
    'TlRMTVNTUAADAAAAGAAYAEgAAAAYABgAYAAAAA==',
    Buffer.from('\0zoé\0sécrète').toString('base64'),
    Buffer.from('c=biws,r=fyko+d2lbbFgONRv9qkxdawL,p=dHzbZapWIk4jUhN').toString('base64'),
  ])('%s alone', async (word) => {
    const explanation = await explain([word], 'pt-BR');
    expect(explanation.problems).toHaveLength(1);
    expect(JSON.stringify(explanation)).not.toContain(word);
  });

  it.each([
    `535 5.7.8 failed after AUTH PLAIN ${plain}`,
    `535 5.7.8 authentication failed: ${plain}`,
    '535 5.7.8 bad login user=alice password=hunter22',
    '535 5.7.8 refused eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.hunter22',
  ])('%s', async (text) => {
    const written = JSON.stringify(await explain([text], 'en'));
    expect(written).toContain('[redacted]');
    expect(written).not.toContain(plain);
    expect(written).not.toContain('hunter22');
  });
});
