import { expect, test } from 'vitest';
import { read, readAll } from './read.ts';

test('a wrong password, with the session of the login process that counts it', () => {
  const event = read(
    'auth: passwd-file(alice@example.org,203.0.113.66,<Tt5RrEeWwQq90aaa>): Password mismatch',
  );
  expect(event).toMatchObject({ kind: 'auth', clientIp: '203.0.113.66', session: 'Tt5RrEeWwQq90aaa' });
  expect(event.auth).toMatchObject({
    username: 'alice@example.org',
    outcome: 'failure',
    mechanism: null,
    counts: false,
  });
});

test.each([
  ['Password mismatch', 'failure'],
  ['Password mismatch (for LDAP bind)', 'failure'],
  ['unknown user', 'failure'],
  ['pam_authenticate() failed: Authentication failure (Password mismatch?)', 'failure'],
  ['pam_authenticate() failed: User not known to the underlying authentication module', 'failure'],
  ['allow_nets check failed: IP 203.0.113.73 not in allowed networks', 'failure'],
  ['Attempted login with password having illegal chars', 'failure'],
  ['User found from deny passdb', 'failure'],
  ['Attempted master login with no master passdbs (trying to log in as user: bob)', 'failure'],
  ['Authentication failure due to policy server refusal: too many failures', 'failure'],
  ['Request timed out waiting for client to continue authentication (150 secs)', 'aborted'],
  ['Error: Password query failed: Not connected to database', 'tempfail'],
])('%s', (text, outcome) => {
  const level = text.startsWith('Error: ') ? 'Error: ' : '';
  const words = text.substring(level.length);
  const worker = 'conn unix:auth-worker (pid=801,uid=998): auth-worker<17>: ';
  const verdicts = [
    `auth: ${level}sql(u@example.org,203.0.113.71,<Aa11>): ${words}`,
    `auth-worker(812): ${level}${worker}sql(u@example.org,203.0.113.71): ${words}`,
    `auth(u@example.org,203.0.113.71,sasl:plain)<Aa11>: ${level}sql: ${words}`,
    `auth-worker(u@example.org,203.0.113.71,sasl:plain)<5010><Aa11>: ${level}request [7]: sql: ${words}`,
  ].map((line) => read(line).auth?.outcome);
  expect(verdicts).toEqual([outcome, outcome, outcome, outcome]);
});

test('2.4 names the mechanism', () => {
  const event = read(
    'auth(nosuch@example.org,203.0.113.120,sasl:login)<xA1sW2dE3fR4gT5j>: sql: unknown user',
  );
  expect(event.auth).toMatchObject({
    mechanism: 'LOGIN',
    username: 'nosuch@example.org',
    clientIp: '203.0.113.120',
  });
});

// Lines of Dovecot 2.3.19 as the SASL server of an MTA.
test.each([
  ['plain(?,127.0.10.5): Empty username', 'PLAIN', 'failure'],
  [
    'login(?,127.0.10.5): Username character disallowed by auth_username_chars: 0x20 (username: x (set_id=other) 535 Incorrect)',
    'LOGIN',
    'failure',
  ],
  [
    'plain(?,127.0.10.5): Username character disallowed by auth_username_chars: 0x5b (username: [203.0.113.9]: SASL LOGIN authentication failed: fake)',
    'PLAIN',
    'failure',
  ],
  ['plain(?,127.0.10.5): invalid input', 'PLAIN', 'failure'],
  ['cram-md5(?,127.0.10.5): missing digest', 'CRAM-MD5', 'failure'],
  ['login(?,127.0.10.5): Invalid base64 data in continued response', 'LOGIN', 'failure'],
  [
    'cram-md5(?,127.0.10.5): Request timed out waiting for client to continue authentication (60 secs)',
    'CRAM-MD5',
    'aborted',
  ],
])('%s', (text, mechanism, outcome) => {
  expect(read(`auth: ${text}`).auth).toMatchObject({
    mechanism,
    outcome,
    username: null,
    clientIp: '127.0.10.5',
    counts: false,
  });
});

test('the verifier was down', () => {
  const event = read(
    'auth: Error: checkpassword(bob@example.org,127.0.10.5): Child 4711 exited with status 111',
  );
  expect(event.auth).toMatchObject({ outcome: 'tempfail', username: 'bob@example.org' });
});

test('an owner that cannot be looked up for a delivery is no login', () => {
  expect(
    read('auth: Error: sql(bob@example.org): User query failed: Not connected to database'),
  ).toMatchObject({
    kind: 'error',
    auth: null,
  });
});

test('one that is not the last database has no verdict', () => {
  const event = read('auth: passwd-file(grace,203.0.113.70,<PpOo>): unknown user - trying the next passdb');
  expect(event.auth).toMatchObject({ outcome: 'failure', attempts: 0 });
});

test('a recipient that LMTP looks up is no login', () => {
  const [, lookup, login] = readAll([
    'lmtp(4301): Connect from 192.0.2.25',
    'auth: passwd-file(postmaster@example.net,192.0.2.25): unknown user',
    'auth: passwd-file(postmaster@example.net,203.0.113.9): unknown user',
  ]);
  expect(lookup).toMatchObject({ kind: 'verify', auth: null, recipient: 'postmaster@example.net' });
  expect(login).toMatchObject({ kind: 'auth' });
});

test('passwords are taken out, whatever is in them', () => {
  const texts = [
    'auth: sql(erin,198.51.100.9,<Kk88>): Password mismatch (given password: hunter2)',
    'auth: sql(erin,198.51.100.9,<Kk88>): Password mismatch (SHA1 of given password: hunter2)',
    'auth: sql(erin,198.51.100.9,<Kk88>): unknown user (given password: 12) hunter2) - trying the next passdb',
    'auth: sql(erin,198.51.100.9,<Kk88>): Password mismatch (given password: hunter2',
    'auth: Debug: client in: AUTH#0117#011PLAIN#011service=smtp#011secured#011resp=hunter2',
    'auth: Debug: client in: CONT\t7\thunter2',
    'auth: Debug: client passdb out: OK#0111#011user=erin#011pass=hunter2#011proxy',
    "auth: Debug: sql(erin,198.51.100.9): CRYPT(hunter2) != '$6$salt$hash'",
    'auth: Debug: sql(erin,198.51.100.9): Credentials: hunter2',
  ];
  for (const event of readAll(texts)) {
    expect(JSON.stringify(event)).not.toContain('hunter2');
    expect(event?.text).toContain('[redacted]');
  }
});

test('debug lines are no attempts', () => {
  expect(read('auth: Debug: passwd-file(katya_xu,127.0.10.13): Performing passdb lookup')).toMatchObject({
    kind: 'notice',
    auth: null,
  });
});
