import { expect, test } from 'vitest';
import { permissionDenied, systemError } from '../../src/sources/system-error.ts';

test('a log that a group may read: its owner, and how to join', () => {
  const error = permissionDenied(
    '/var/log/mail.log',
    { what: 'file', owner: 'root', group: 'adm', mode: 0o640 },
    ['users'],
  );
  expect(error.message).toBe(
    '/var/log/mail.log: permission denied\n  owner root:adm, mode 0640; you are in: users',
  );
  expect(error.hint).toBe('run with sudo, or join group adm: sudo usermod -aG adm $USER');
});

test.each([
  ['only root may read it', { what: 'file', owner: 'root', group: 'adm', mode: 0o600 } as const],
  ['nobody is told to join root', { what: 'file', owner: 'root', group: 'root', mode: 0o640 } as const],
])('%s: sudo', (_, blocked) => {
  expect(permissionDenied('maillog', blocked, ['users']).hint).toBe('run with sudo');
});

test('a closed folder is named as such', () => {
  const blocked = { what: 'folder', owner: 'Debian-exim', group: 'adm', mode: 0o2750 } as const;
  const error = permissionDenied('/var/log/exim4/mainlog', blocked, ['users']);
  expect(error.message).toContain('its folder: owner Debian-exim:adm, mode 02750');
  expect(error.hint).toContain('join group adm');
});

test('other refusals of the system, in words', () => {
  const failed = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
  expect(systemError('mail.log', failed)).toMatchObject({
    code: 'unreadable',
    message: 'mail.log: input/output error: the disk or the network file system failed',
    cause: failed,
  });
});
