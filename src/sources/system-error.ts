// What the operating system said when a file could not be opened or read, in words, with what to do about it.
import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { MailtopError } from '../model/errors.ts';

export function systemError(path: string, error: unknown): MailtopError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EACCES' || code === 'EPERM') return permissionDenied(path, blockedAt(path), myGroups());
  const what = WORDS[code] ?? (error instanceof Error ? error.message : String(error));
  return new MailtopError('unreadable', `${path}: ${what}`, HINTS[code] ?? null, { cause: error });
}

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'a folder, not a file',
  ELOOP: 'too many symbolic links',
  EIO: 'input/output error: the disk or the network file system failed',
  EMFILE: 'too many open files',
  ENFILE: 'too many open files on this host',
  ESTALE: 'stale file handle: the network file system lost it',
};

const HINTS: Readonly<Record<string, string>> = {
  ENOENT: 'it was there a moment ago: try again',
  ENOTDIR: 'check the path',
  ELOOP: 'ls -l shows where the links lead',
  EIO: 'dmesg shows what the kernel says about the disk',
  EMFILE: 'ulimit -n 4096',
  ESTALE: 'try again: the file was replaced while it was read',
};

/** Of the file that may not be read, or of the folder that hides it. Names where the system has them, else numbers. */
export interface Ownership {
  what: 'file' | 'folder';
  owner: string;
  group: string;
  mode: number;
}

/** Apart from the system calls, so that a test run by root can see it. */
export function permissionDenied(
  path: string,
  blocked: Ownership | null,
  groups: readonly string[],
): MailtopError {
  if (blocked === null) return new MailtopError('unreadable', `${path}: permission denied`, 'run with sudo');
  const { what, owner, group, mode } = blocked;
  const whose = what === 'file' ? 'owner' : 'its folder: owner';
  const detail = `${whose} ${owner}:${group}, mode 0${mode.toString(8)}; you are in: ${groups.join(', ')}`;
  const needed = what === 'file' ? 0o040 : 0o010;
  const joinable = (mode & needed) === needed && !groups.includes(group) && !ADMIN_GROUPS.has(group);
  const hint = joinable
    ? `run with sudo, or join group ${group}: sudo usermod -aG ${group} $USER`
    : 'run with sudo';
  return new MailtopError('unreadable', `${path}: permission denied\n  ${detail}`, hint);
}

/** To be in one of these gives far more than the right to read a log. */
const ADMIN_GROUPS: ReadonlySet<string> = new Set(['root', 'wheel', 'sudo', 'shadow', 'disk', '0']);

function blockedAt(path: string): Ownership | null {
  const file = resolve(path);
  return ownership(file, 'file') ?? ownership(dirname(file), 'folder');
}

function ownership(path: string, what: Ownership['what']): Ownership | null {
  try {
    const { uid, gid, mode } = statSync(path);
    const owner = namesById('/etc/passwd').get(uid) ?? String(uid);
    const group = namesById('/etc/group').get(gid) ?? String(gid);
    return { what, owner, group, mode: mode & 0o7777 };
  } catch {
    return null;
  }
}

function myGroups(): string[] {
  const names = namesById('/etc/group');
  return (process.getgroups?.() ?? []).map((gid) => names.get(gid) ?? String(gid));
}

/** `name:x:id:…` a line, in both files. Empty where names come from elsewhere (LDAP) or there is no such file. */
function namesById(file: string): Map<number, string> {
  const names = new Map<number, string>();
  try {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [name, , id] = line.split(':');
      if (name !== undefined && id !== undefined) names.set(Number(id), name);
    }
  } catch {
    // Then numbers are shown.
  }
  return names;
}
