import { expect, test } from 'vitest';
import { read } from './read.ts';

const PREFIX = 'submission(carol@example.org)<4103><QqWwEeRrTtYy1122>: ';

test('relayed to the MTA behind', () => {
  const text =
    "Successfully relayed message: from=<carol@example.org>, size=1532, id=4c1d2e3f, nrcpt=2, reply=`250 2.0.0 Ok: queued as 4F1aB2c3D4z9'";
  expect(read(PREFIX + text)).toMatchObject({
    kind: 'delivery',
    direction: 'outbound',
    stage: 'eod',
    status: 'sent',
    replyCode: 250,
    enhancedCode: '2.0.0',
    queueId: '4c1d2e3f',
    relatedId: '4F1aB2c3D4z9',
    relation: 'queued-as',
    sender: 'carol@example.org',
    size: 1532,
    recipients: 2,
    account: 'carol@example.org',
  });
});

test('refused by the MTA behind', () => {
  const text =
    "Failed to relay message: from=<carol@example.org>, size=1532, nrcpt=1, reply=`452 4.3.1 Insufficient, id=552, size=535'";
  expect(read(PREFIX + text)).toMatchObject({
    status: 'temp-rejected',
    replyCode: 452,
    enhancedCode: '4.3.1',
    replyText: '452 4.3.1 Insufficient, id=552, size=535',
    queueId: null,
    size: 1532,
  });
});

test('2.4 names the recipient', () => {
  const text =
    "Successfully relayed message: from=<a@example.org>, size=1, id=ab, nrcpt=2, to=<r@example.net>, rcpt=1/2, reply=`250 2.0.0 Ok'";
  expect(read(PREFIX + text)).toMatchObject({ recipient: 'r@example.net', recipients: 2 });
});

test('the end of a session', () => {
  expect(read(`${PREFIX}Disconnected: Logged out in=2911 out=1502`)).toMatchObject({
    kind: 'disconnect',
    direction: 'inbound',
  });
});
