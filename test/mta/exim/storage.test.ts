import { describe, expect, test } from 'vitest';
import { readLine, readOf } from './reading.ts';

describe('our own disks', () => {
  test.each([
    ['spool directory space check failed: space=5120 inodes=98765', 'queue-disk', 5120 * 1024],
    ['spool directory space check failed: space=9999999 inodes=42', 'inode', 9_999_999 * 1024],
    ['log directory space check failed: space=2048 inodes=-1', 'queue-disk', 2048 * 1024],
    ['spool directory space check failed: space=-1 inodes=12', 'inode', null],
  ])('%s', (text, storage, freeBytes) => {
    expect(readLine(text)).toMatchObject({
      kind: 'storage',
      direction: 'inbound',
      stage: 'mail',
      impliedCode: 452,
      status: 'temp-rejected',
      storage,
      storageOurs: true,
      freeBytes,
    });
  });

  test.each([
    [
      'Message abandoned: Spool write error (No space left on device) while receiving message from mail.example.org [192.0.2.10]',
      '192.0.2.10',
      451,
    ],
    [
      'Message abandoned: spool file write error while receiving from (mx) [192.0.2.11]: No space left on device',
      '192.0.2.11',
      451,
    ],
    ['Spool write error: Disk quota exceeded', null, 451],
    ['Failed to create spool file /var/spool/exim4//input//x-D: No space left on device', null, 421],
    ['spool file write error while delivering: No space left on device', null, null],
    ["Couldn't open message log /var/spool/exim4//msglog//x: No space left on device", null, null],
  ])('%s', (text, clientIp, impliedCode) => {
    expect(readOf(text)).toMatchObject({
      kind: 'storage',
      storage: 'queue-disk',
      storageOurs: true,
      clientIp,
      impliedCode,
    });
  });

  test('a write error of another kind is no shortage', () => {
    expect(readOf('Spool write error: Input/output error')).toMatchObject({
      kind: 'error',
      storage: null,
      impliedCode: 451,
    });
  });
});
