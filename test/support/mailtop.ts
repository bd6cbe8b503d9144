// The program as it is installed: started, fed, and watched until it ends.
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

export const PROGRAM: string = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface Ending {
  /** Null when a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  /** What is piped in; absent: nothing is, as under systemd. A descriptor is connected as it is. */
  readonly input?: string | Uint8Array | number;
  /** Connected to stdout in place of our pipe. */
  readonly output?: number;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly user?: number;
  /** For node itself. */
  readonly node?: readonly string[];
}

export function startMailtop(args: readonly string[], around: Surroundings = {}): ChildProcess {
  const { input, output, cwd, env, user, node = [] } = around;
  return spawn(process.execPath, [...node, PROGRAM, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC', ...env },
    ...(user === undefined ? {} : { uid: user, gid: user }),
    stdio: [
      typeof input === 'number' ? input : input === undefined ? 'ignore' : 'pipe',
      output ?? 'pipe',
      'pipe',
    ],
  });
}

/** Runs it to its end. Whatever it was given, it must not have lost its manners: see `wellSaid`. */
export async function mailtop(args: readonly string[], around: Surroundings = {}): Promise<Ending> {
  const child = startMailtop(args, around);
  // It may end before it has read everything.
  child.stdin?.on('error', () => {});
  if (typeof around.input === 'string' || around.input instanceof Uint8Array) child.stdin?.end(around.input);
  const ending = await endingOf(child);
  wellSaid(ending.stderr);
  return ending;
}

export async function endingOf(child: ChildProcess): Promise<Ending> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  const status = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return {
    status,
    stdout: Buffer.concat(stdout).toString('utf8'),
    stderr: Buffer.concat(stderr).toString('utf8'),
  };
}

/** One thought a line, each marked as ours; no stack, no warning of node, nothing for the terminal. */
export function wellSaid(stderr: string): void {
  for (const line of stderr.split('\n').slice(0, -1)) expect(line).toMatch(/^(mailtop: |hint: | {2})\S/);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(stderr).not.toMatch(/internal error|undefined|\[object|NaN/);
  expect(withControls(stderr)).toEqual([]);
}

/** Lines with characters that are not for showing but for the terminal, and those that turn text around or hide it. */
export function withControls(text: string): string[] {
  return text.split('\n').filter((line) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(line));
}

export function rowsOf<Row = Readonly<Record<string, unknown>>>(stdout: string): Row[] {
  expect(stdout === '' || stdout.endsWith('\n')).toBe(true);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line): Row => JSON.parse(line));
}

/** Path of a file in fixtures/. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
}

export function fixtureText(name: string): string {
  return readFileSync(fixture(name), 'utf8');
}
