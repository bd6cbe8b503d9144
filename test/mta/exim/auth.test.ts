import { describe, expect, test } from 'vitest';
import { mechanismOf } from '../../../src/mta/exim/mechanism.ts';
import { readLine, readOf } from './reading.ts';

describe('a login that failed here', () => {
  test.each([
    [
      'login_server authenticator failed for (User) [203.0.113.200]: 535 Incorrect authentication data (set_id=admin)',
      'LOGIN',
      'admin',
      'failure',
      535,
    ],
    [
      'login_server authenticator failed for H=(User) [203.0.113.200]: 535 Incorrect authentication data (set_id=admin)',
      'LOGIN',
      'admin',
      'failure',
      535,
    ],
    [
      'plain_server authenticator failed for h.example.net [203.0.113.200]:54412 I=[198.51.100.1]:587 Ci=30416: 535 Incorrect authentication data',
      'PLAIN',
      null,
      'failure',
      535,
    ],
    [
      'cram_md5_server authenticator failed for H=(c) [203.0.113.200]: 553 Initial data not expected',
      'CRAM-MD5',
      null,
      'refused',
      553,
    ],
    [
      'login_server authenticator failed for H=(c) [203.0.113.200]: 501 Authentication cancelled',
      'LOGIN',
      null,
      'aborted',
      501,
    ],
    [
      'plain_server authenticator failed for H=(c) [203.0.113.200]: 501 Invalid base64 data',
      'PLAIN',
      null,
      'failure',
      501,
    ],
    [
      'plain_saslauthd_server authenticator failed for H=(c) [203.0.113.200]: 435 Unable to authenticate at present (set_id=carol): cannot connect (x): y',
      'PLAIN',
      'carol',
      'tempfail',
      435,
    ],
    [
      'spa authenticator failed for H=(c) [203.0.113.200]: 435 Internal error (set_id=dave): return 9 from authentication check',
      'NTLM',
      'dave',
      'tempfail',
      435,
    ],
  ])('%s', (text, mechanism, username, outcome, replyCode) => {
    const event = readLine(text);
    expect(event).toMatchObject({
      kind: 'auth',
      direction: 'inbound',
      stage: 'auth',
      replyCode,
      enhancedCode: null,
    });
    expect(event.status).toBe(outcome === 'tempfail' ? 'temp-rejected' : 'rejected');
    expect(event.auth).toMatchObject({
      mechanism,
      username,
      outcome,
      clientIp: '203.0.113.200',
      counts: true,
    });
  });

  test('of a local session', () => {
    expect(
      readLine(
        'plain_server authenticator failed for U=alice: 535 Incorrect authentication data (set_id=alice)',
      ).auth,
    ).toMatchObject({
      username: 'alice',
      clientIp: null,
    });
  });

  test('with a user name that imitates the line', () => {
    expect(
      readLine(
        'login_server authenticator failed for (x) [203.0.113.200]: 535 Incorrect authentication data (set_id=a) [192.0.2.1]: 235 ok (set_id=root)',
      ).auth,
    ).toMatchObject({ username: 'a) [192.0.2.1]: 235 ok (set_id=root', clientIp: '203.0.113.200' });
  });

  test('with a helo that imitates the line', () => {
    expect(
      readLine(
        'login_server authenticator failed for (a authenticator failed for (b) [192.0.2.1]: 535) [203.0.113.201]: 535 Incorrect authentication data',
      ),
    ).toMatchObject({ clientIp: '203.0.113.201', helo: 'a authenticator failed for (b) [192.0.2.1]: 535' });
  });
});

describe('our login at a smarthost', () => {
  test('refused', () => {
    expect(
      readOf(
        'smarthost_login authenticator failed H=relay.example.com [192.0.2.55] 535 5.7.8 Error: authentication failed',
      ),
    ).toMatchObject({
      kind: 'auth',
      direction: 'outbound',
      replyCode: 535,
      enhancedCode: '5.7.8',
      status: 'rejected',
      relay: 'relay.example.com',
      auth: { mechanism: 'LOGIN', username: null, outcome: 'failure', clientIp: null },
    });
  });

  test('given up', () => {
    expect(
      readOf(
        'login authenticator cancelled authentication H=relay.example.com [192.0.2.55] Invalid base64 string in server response "334 User?"',
      ),
    ).toMatchObject({ replyCode: 334, status: null, auth: { outcome: 'aborted' } });
  });
});

describe('credentials in quoted commands', () => {
  test.each([
    [
      'SMTP protocol error in "AUTH PLAIN AGFsaWNlAHNlY3JldA==" H=(c) [203.0.113.200] AUTH command used when not advertised',
      'alice',
    ],
    ['SMTP protocol error in "AUTH LOGIN Ym9i" H=(c) [203.0.113.200] already authenticated', 'bob'],
  ])('%s', (text, username) => {
    const event = readLine(text);
    expect(event.auth).toMatchObject({ username, outcome: 'refused' });
    expect(JSON.stringify(event)).not.toMatch(/AGFsaWNl|Ym9i|secret/);
  });

  test.each([
    'SMTP syntax error in "c2VjcmV0cGFzcw==" H=(c) [203.0.113.200] unrecognized command',
    'SMTP call from (c) [203.0.113.200] dropped: too many unrecognized commands (last was "c2VjcmV0cGFzcw==")',
    'SMTP call from (c) [203.0.113.200] dropped: too many syntax or protocol errors (last command was "AUTH PLAIN c2VjcmV0cGFzcw==",  C=EHLO,AUTH)',
    'SMTP protocol synchronization error (next input sent too soon: x): rejected "AUTH LOGIN" H=(c) [203.0.113.200] next input="c2VjcmV0cGFzcw==\\r\\n"',
    'SMTP protocol synchronization error (next input sent too soon: x): rejected "EHLO c" H=(c) [203.0.113.200] next input="AUTH PLAIN c2VjcmV0cGFzcw==\\r\\n"',
    'SMTP protocol synchronization error (next input sent too soon: x): rejected "AUTH PLAIN c2VjcmV0cGFzcw==" H=(c) [203.0.113.200] next input="RSET\\r\\n"',
  ])('never get through: %s', (text) => {
    const event = readLine(text);
    expect(event.clientIp).toBe('203.0.113.200');
    expect(JSON.stringify(event)).not.toContain('c2VjcmV0');
  });
});

test.each([
  ['scram_sha_256_server', 'SCRAM-SHA-256'],
  ['cram_md5_server', 'CRAM-MD5'],
  ['digest_md5_sasl_server', 'DIGEST-MD5'],
  ['ntlm_sasl_server', 'NTLM'],
  ['heimdal_gssapi', 'GSSAPI'],
  ['tls_cert', 'EXTERNAL'],
  ['dovecot_plain_server', 'PLAIN'],
  ['LOGIN', 'LOGIN'],
  ['spambox', null],
])('the name %s tells the mechanism %s', (name, mechanism) => {
  expect(mechanismOf(name)).toBe(mechanism);
});
