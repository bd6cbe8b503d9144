import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { refusal } from '../../src/sources/refusal.ts';
import { unpacked } from '../../src/sources/unpacked.ts';

const LINE = 'Nov 23 20:01:25 mx1 postfix/qmgr[902]: 4jYCBt2wTjz9rvQ: removed\n';

test.each([
  [
    'maillog.2.xz',
    Buffer.from('fd377a585a000004', 'hex'),
    'xz data',
    'xz -dc maillog.2.xz | mailtop report -',
  ],
  ['maillog.2.bz2', Buffer.from('BZh91AY&SY'), 'bzip2 data', 'bzip2 -dc maillog.2.bz2 | mailtop report -'],
  ['maillog.2.zst', Buffer.from('28b52ffd', 'hex'), 'zstd data', 'zstd -dc maillog.2.zst | mailtop report -'],
  ['logs.zip', Buffer.from('PK\x03\x04\x14\0'), 'a zip archive', 'unzip -p logs.zip | mailtop report -'],
  [
    'system.journal',
    Buffer.concat([Buffer.from('LPKSHHRH'), Buffer.alloc(200)]),
    'a systemd journal',
    'journalctl -o short-iso --file system.journal | mailtop report -',
  ],
  [
    "it's full.xz",
    Buffer.from('fd377a585a000004', 'hex'),
    'xz data',
    "xz -dc 'it'\\''s full.xz' | mailtop report -",
  ],
])('%s: says what it is, and the command that unpacks it', (path, head, what, hint) => {
  expect(refusal(path, head)).toMatchObject({
    code: 'compressed',
    message: `${path}: ${what}, which is not read directly`,
    hint,
  });
});

test('wtmp is binary', () => {
  const boot = Buffer.alloc(384);
  boot.writeInt32LE(8, 0);
  boot.write('pts/0', 8);
  expect(refusal('wtmp', boot)).toMatchObject({
    code: 'binary',
    message: 'wtmp: not text and not a known compression (starts 08 00 00 00)',
  });
});

test('a tar archive inside gzip is seen when it is read', async () => {
  const header = Buffer.alloc(512);
  header.write('maillog');
  header.write('ustar', 257);
  const archive = gzipSync(Buffer.concat([header, Buffer.from(LINE)]));
  const read = async (): Promise<void> => {
    for await (const chunk of unpacked('logs.tar.gz', once(archive), {})) expect(chunk).toBe(null);
  };
  await expect(read()).rejects.toMatchObject({
    message: 'logs.tar.gz: a tar archive, which is not read directly',
    hint: 'tar -xOf logs.tar.gz | mailtop report -',
  });
});

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test.each([
  ['plain lines', LINE],
  ['a hole of zeros, left by a truncation under the writer', '\0'.repeat(1000) + LINE],
  ['only zeros so far', '\0'.repeat(4096)],
  ['colours of a container log', `\u001b[36mmailserver |\u001b[0m ${LINE}`],
  ['bytes that are no UTF-8', Buffer.from([0xe9, 0xe8, 0x20, 0x0a])],
  ['some damage in a long text', LINE.repeat(10) + '\0\0\u0001' + LINE],
  ['nothing', ''],
])('%s: may be a log', (_, head) => {
  expect(refusal('mail.log', Buffer.from(head))).toBe(null);
});
