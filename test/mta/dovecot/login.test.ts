import { expect, test } from 'vitest';
import { read, readAll } from './read.ts';

const END = ', rip=203.0.113.80, lip=192.0.2.1, TLS, session=<Bb00Nn11Mm22Ll33>';

test('one line stands for all attempts of the connection', () => {
  const event = read(
    `imap-login: Disconnected: Connection closed (auth failed, 3 attempts in 6 secs): user=<leo>, method=PLAIN${END}`,
  );
  expect(event.kind).toBe('auth');
  expect(event.auth).toMatchObject({
    outcome: 'failure',
    attempts: 3,
    counts: true,
    username: 'leo',
    mechanism: 'PLAIN',
  });
  expect(event).toMatchObject({
    tls: 'TLS',
    session: 'Bb00Nn11Mm22Ll33',
    direction: null,
    impliedCode: null,
  });
});

test('only submission-login speaks SMTP', () => {
  const text = `: Login: user=<carol>, method=PLAIN${END}`;
  expect(read(`submission-login${text}`)).toMatchObject({
    direction: 'inbound',
    impliedCode: 235,
    stage: 'auth',
  });
  expect(read(`imap-login${text}`)).toMatchObject({
    direction: null,
    impliedCode: null,
    stage: null,
    account: 'carol',
  });
});

// REASON up to 2.3, EVENT of 2.4, outcome and the code of submission-login, as documented.
test.each([
  ['auth failed, 1 attempts in 2 secs', 'auth_failed', 'failure', 535],
  ['no auth attempts in 0 secs', 'no_auth_attempts', null, null],
  ['tried to use disallowed plaintext auth', 'cleartext_auth_disabled', 'refused', 523],
  ['tried to use unsupported auth mechanism', 'invalid_mech', 'refused', 504],
  ["client didn't finish SASL auth, waited 30 secs", 'auth_waiting_client', 'aborted', null],
  ['disconnected while authenticating, waited 2 secs', null, 'aborted', null],
  ['disconnected while finishing login, waited 2 secs', null, 'aborted', null],
  ['aborted authentication', 'auth_aborted_by_client', 'aborted', 501],
  ['sent invalid base64 in response', 'invalid_base64', 'failure', 501],
  ['auth service reported temporary failure', 'temp_fail', 'tempfail', 454],
  ['auth process communication failure', 'auth_process_comm_fail', 'tempfail', 454],
  ['disconnected before auth was ready, waited 4 secs', 'auth_process_not_ready', null, null],
  ['user disabled', 'user_disabled', 'failure', 535],
  ['password expired', 'password_expired', 'failure', 535],
  ['authorization failed, not allowed here', 'authorization_failed', 'failure', 535],
  ['login disabled', 'login_disabled', 'refused', 525],
  ['internal failure, 1 successful auths', 'internal_failure', 'tempfail', 454],
  ['proxy dest auth failed', 'proxy_dest_auth_failed', 'failure', null],
  ["cert required, client didn't start TLS", 'client_ssl_not_started', 'refused', null],
  ["client didn't send a cert", 'client_ssl_cert_missing', 'refused', null],
  ['client sent an invalid cert', 'client_ssl_cert_untrusted', 'refused', null],
  ['disconnected during TLS handshake', 'tls_handshake_not_finished', null, null],
  ['anonymous logins disabled', 'anonymous_auth_disabled', 'refused', null],
])('%s', (reason, word, outcome, code) => {
  const elements = `user=<x>, method=PLAIN${END}`;
  const texts = [
    `submission-login: Disconnected (${reason}): ${elements}`,
    `submission-login: Disconnected: Connection closed (${reason}): ${elements}`,
    word === null
      ? null
      : `submission-login: Login aborted: Connection closed (${reason}) (${word}): ${elements}`,
    // The wording of a version that we do not know: the machine-readable word decides.
    word === null
      ? null
      : `submission-login: Login aborted: Connection closed (something new) (${word}): ${elements}`,
  ];
  for (const text of texts.filter((line) => line !== null)) {
    const event = read(text);
    expect({ text, outcome: event.auth?.outcome ?? null, code: event.impliedCode }).toEqual({
      text,
      outcome,
      code,
    });
  }
});

test('the client writes the user name: nothing in it decides', () => {
  const event = read(
    'imap-login: Disconnected: Connection closed (auth failed, 1 attempts in 3 secs): user=<eve, rip=192.0.2.200, lip=192.0.2.1, TLS>, method=PLAIN, rip=203.0.113.100, lip=192.0.2.1, session=<Ll56>',
  );
  expect(event.auth).toMatchObject({
    username: 'eve, rip=192.0.2.200, lip=192.0.2.1, TLS',
    clientIp: '203.0.113.100',
  });
  expect(event.tls).toBeNull();
});

test('a user name that imitates the start of the elements', () => {
  const event = read(
    'imap-login: Disconnected: Connection closed (auth failed, 1 attempts in 3 secs): user=<eve): user=<root>, method=PLAIN, rip=203.0.113.100, lip=192.0.2.1, session=<Ll56>',
  );
  expect(event.auth).toMatchObject({ username: 'eve): user=<root', clientIp: '203.0.113.100' });
});

test('TLS trouble is not an authentication failure', () => {
  const error =
    'SSL_accept() failed: error:0A000418:SSL routines::tlsv1 alert unknown ca: SSL alert number 48';
  const event = read(
    `imap-login: Disconnected: Connection closed: ${error} (no auth attempts in 1 secs): user=<>, rip=203.0.113.88, lip=192.0.2.1, TLS handshaking: ${error}, session=<Ll43>`,
  );
  expect(event).toMatchObject({ kind: 'tls', auth: null, clientIp: '203.0.113.88', session: 'Ll43' });
});

test('too many connections: the password was right', () => {
  const event = read(
    `imap-login: Disconnected: Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10): user=<alice>, method=PLAIN${END}`,
  );
  expect(event).toMatchObject({ kind: 'auth', auth: { outcome: 'success', username: 'alice' } });
});

test('the plaintext line comes in addition to the last one', () => {
  const event = read(
    'imap-login: Login failed: Plaintext authentication disabled: user=<>, rip=203.0.113.99, lip=192.0.2.1',
  );
  expect(event.auth).toMatchObject({ outcome: 'refused', counts: false });
});

test.each([
  ['proxy(bob@example.org): started proxying to 198.51.100.50:143', '198.51.100.50'],
  ['Started proxying to 198.51.100.50 (0.010 secs)', '198.51.100.50'],
  ['Started proxying to remote host (0.010 secs)', null],
])('a login that is handed on: %s', (message, relayIp) => {
  const event = read(`imap-login: ${message}: user=<bob@example.org>, method=PLAIN${END}`);
  expect(event).toMatchObject({ relayIp, clientIp: '203.0.113.80', auth: { outcome: 'success' } });
});

test('the end of a proxied connection is no login', () => {
  const event = read(
    `imap-login: proxy(bob): disconnecting 203.0.113.80 (Disconnected by client: Connection reset by peer(0s idle, in=298, out=1200)): user=<bob>, method=PLAIN${END}`,
  );
  expect(event).toMatchObject({ kind: 'disconnect', auth: null });
});

test('a tag of its own and no prefix', () => {
  const event = read(`Login: user=<alice>, method=PLAIN${END}`, 'imap-login');
  expect(event.auth).toMatchObject({ outcome: 'success', username: 'alice' });
});

test('a message that is not known is not understood', () => {
  expect(readAll([`imap-login: Something new: user=<alice>, method=PLAIN${END}`])).toEqual([null]);
});
