import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPrograms } from './support/build.ts';
import { TmuxTerminal, hasTmux } from './support/tmux.ts';
import type { TerminalOptions } from './support/tmux.ts';

let programs = '';
beforeAll(() => {
  programs = buildPrograms();
});

const program = (scenario: string, ...args: string[]): string =>
  ['node', join(programs, 'dashboard.js'), scenario, ...args].join(' ');

/** Every test has its terminal and its tmux server; they run side by side. */
async function inTerminal(
  options: TerminalOptions,
  work: (terminal: TmuxTerminal) => Promise<void>,
): Promise<void> {
  const terminal = await TmuxTerminal.open(options);
  try {
    await work(terminal);
  } finally {
    await terminal.close();
  }
}

/** Starts a scenario on a marked screen, with the terminal's settings noted down. */
async function start(terminal: TmuxTerminal, command: string): Promise<void> {
  await terminal.type(`clear; echo MARK; stty -a > ${terminal.folder}/before`);
  await terminal.see(/^MARK/m);
  await terminal.type(`${command}; echo status=$?; stty -a > ${terminal.folder}/after`);
  await terminal.see(/queue disk refused/);
}

/** What is left behind once the program has ended with `status`. */
async function leftBehind(terminal: TmuxTerminal, status: number): Promise<LeftBehind> {
  await terminal.see(new RegExp(`status=${status}$`, 'm'));
  const screen = await terminal.see(/status=\d+\nPS> *\n*$/);
  const settings = (name: string): string => readFileSync(join(terminal.folder, name), 'utf8');
  return {
    modes: await terminal.flag('#{alternate_on} #{cursor_flag} #{wrap_flag} #{mouse_any_flag}'),
    earlierText: /^MARK$/m.test(screen),
    ourText: /Auth challenges|not understood/.test(screen),
    settings: settings('after') === settings('before') ? 'as before' : settings('after'),
    processes: await terminal.children(),
  };
}

interface LeftBehind {
  /** Alternate screen, cursor, wrapping, mouse. */
  readonly modes: string;
  readonly earlierText: boolean;
  readonly ourText: boolean;
  /** Of the line, as `stty -a` says them. */
  readonly settings: string;
  readonly processes: string;
}

const NOTHING: LeftBehind = {
  modes: '0 1 1 0',
  earlierText: true,
  ourText: false,
  settings: 'as before',
  processes: '',
};

const lastLine = (screen: string): string => screen.trimEnd().split('\n').at(-1) ?? '';

describe.skipIf(!hasTmux())('at a real terminal', { timeout: 30_000 }, () => {
  test.concurrent('80x24: draws, moves, opens, helps, quits', () =>
    inTerminal({}, async (terminal) => {
      await start(terminal, program('sample'));
      const screen = await terminal.see(/end of input/);
      expect(screen).toMatch(/Auth challenges.*Transient storage/);
      expect(screen.trimEnd().split('\n')).toHaveLength(24);
      expect(lastLine(screen)).toMatch(/^ j\/k/);
      expect(await terminal.flag('#{alternate_on} #{cursor_flag}')).toBe('1 0');

      // Three keys in one piece are three keys.
      await terminal.keys('jjj');
      await terminal.see(/▸● queue growing/);
      await terminal.keys('Enter');
      await terminal.see(/Findings › queue growing[^]*1\. df -h/);
      await terminal.keys('Escape');
      await terminal.see(/▸● queue growing/);
      await terminal.keys('?');
      await terminal.see(/┌ Help[^]*MOVE/);
      await terminal.keys('x');
      await terminal.see(/▸● queue growing/);
      await terminal.keys('q');
      expect(await leftBehind(terminal, 0)).toEqual(NOTHING);
    }));

  test.concurrent('an arrow split by the network is an arrow; mouse and paste do nothing', () =>
    inTerminal({ env: { ESCAPE_DELAY: '5000' } }, async (terminal) => {
      await start(terminal, program('sample'));
      await terminal.see(/▸▲ mx1 queue disk/);
      await terminal.bytes('1b');
      await terminal.bytes('5b', '42');
      await terminal.see(/▸▲ 203\.0\.113\.9/);
      // A wheel event, then `q` in a bracketed paste, then j: only the last is a key.
      await terminal.bytes('1b', '5b', '3c', '36', '34', '3b', '31', '3b', '31', '4d');
      await terminal.bytes(
        '1b',
        '5b',
        '32',
        '30',
        '30',
        '7e',
        '71',
        '1b',
        '5b',
        '32',
        '30',
        '31',
        '7e',
        '6a',
      );
      await terminal.see(/▸● carol/);
      await terminal.keys('C-c');
      expect(await leftBehind(terminal, 130)).toEqual(NOTHING);
    }));

  test.concurrent.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGQUIT', 131],
    ['SIGTERM', 143],
  ] as const)('%s gives the terminal back and ends with %i', (signal, status) =>
    inTerminal({}, async (terminal) => {
      await start(terminal, program('growing'));
      process.kill(await terminal.child(), signal);
      expect(await leftBehind(terminal, status)).toEqual(NOTHING);
    }),
  );

  test.concurrent.each(['render', 'timer'])('an error in a %s is said on the normal screen', (place) =>
    inTerminal({ columns: 140, rows: 40 }, async (terminal) => {
      await start(terminal, program(`throw-in-${place}`));
      expect(await leftBehind(terminal, 70)).toEqual(NOTHING);
      const screen = await terminal.screen();
      expect(screen).toContain(`mailtop: internal error: thrown in a ${place}`);
      expect(screen).toContain('hint: ');
    }),
  );

  test.concurrent('a worker that breaks down is said; what it had counted stays', () =>
    inTerminal({}, async (terminal) => {
      await start(terminal, program('throw-in-worker'));
      await terminal.see(/▲ stopped[^]*3,412 failed[^]*reading stopped: thrown in the worker/);
      await terminal.keys('q');
      expect(await leftBehind(terminal, 1)).toEqual(NOTHING);
      const screen = await terminal.screen();
      expect(screen).toContain('mailtop: reading stopped: thrown in the worker');
    }));

  test.concurrent.each(['key', 'signal'])('to the shell by %s, and back with fg', (way) =>
    inTerminal({}, async (terminal) => {
      await terminal.type(program('growing'));
      await terminal.see(/queue disk refused[^]* j\/k/);
      if (way === 'key') await terminal.keys('C-z');
      else process.kill(await terminal.child(), 'SIGTSTP');
      await terminal.see(/Stopped/);
      await terminal.seeFlag('#{alternate_on} #{cursor_flag}', '0 1');
      await terminal.type('echo h""i');
      await terminal.see(/^hi$/m);
      await terminal.type('fg');
      await terminal.see(/▸▲ mx1 queue disk refused/);
      expect(await terminal.flag('#{alternate_on} #{cursor_flag}')).toBe('1 0');
      await terminal.keys('j');
      await terminal.see(/▸▲ 203\.0\.113\.9/);
      await terminal.keys('q');
      await terminal.seeFlag('#{alternate_on} #{cursor_flag}', '0 1');
    }),
  );

  test.concurrent('a resize is as a fresh start at that size', () =>
    inTerminal({}, async (terminal) => {
      await start(terminal, program('sample'));
      await terminal.see(/end of input/);
      const at80x24 = await terminal.screen();
      await terminal.resize(140, 40);
      await terminal.see(/in this range[^]*Leading reasons[^]*delay {2}p50/);
      await terminal.resize(200, 60);
      await terminal.see(/send a link instead[^]*Leading reasons/);
      await terminal.resize(59, 15);
      await terminal.see(/59x15, mailtop needs 60x16/);
      await terminal.resize(60, 16);
      await terminal.see(/^┌ Findings/m);
      await terminal.resize(80, 24);
      await terminal.see(/top {2}203\.0\.113\.9/);
      expect(await terminal.screen()).toBe(at80x24);
      await terminal.resize(59, 15);
      await terminal.see(/needs 60x16/);
      await terminal.keys('q');
      await terminal.seeFlag('#{alternate_on}', '0');
    }));

  test.concurrent('CI, DEV, NODE_ENV and COLUMNS change nothing', () =>
    inTerminal(
      { env: { CI: 'true', DEV: 'true', NODE_ENV: 'development', COLUMNS: '40' } },
      async (terminal) => {
        await start(terminal, program('sample'));
        await terminal.keys('j');
        await terminal.see(/▸▲ 203\.0\.113\.9 tried 212 accounts, 3 let in +lock the 3, then ban │/);
        await terminal.keys('q');
        expect(await leftBehind(terminal, 0)).toEqual(NOTHING);
      },
    ));

  test.concurrent('NO_COLOR: no colour, and no letter less', () =>
    inTerminal({}, async (terminal) => {
      await start(terminal, program('sample'));
      await terminal.see(/end of input/);
      const coloured = await terminal.screen('-e');
      const text = await terminal.screen();
      await terminal.keys('q');
      expect(await leftBehind(terminal, 0)).toEqual(NOTHING);
      await terminal.type(`clear; NO_COLOR=1 ${program('sample')}`);
      await terminal.see(/end of input/);
      const plain = await terminal.screen('-e');
      // tmux writes 39 and 49, the defaults, by itself.
      const colour = /\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m/;
      expect(coloured).toMatch(colour);
      expect(plain).not.toMatch(colour);
      expect(plain).toMatch(/\x1b\[(?:0;)?7m/);
      expect(await terminal.screen()).toBe(text);
    }));

  test.concurrent('LC_ALL=C: ASCII only; the Linux console: no eighths', () =>
    inTerminal({}, async (terminal) => {
      await terminal.type(`LC_ALL=C ${program('sample')}`);
      const ascii = await terminal.see(/end of input[^]* j\/k/);
      expect(ascii).toMatch(/^[ -~\n]*$/);
      await terminal.keys('q');
      await terminal.seeFlag('#{alternate_on}', '0');
      await terminal.type(`TERM=linux ${program('sample')}`);
      const linux = await terminal.see(/end of input[^]* j\/k/);
      expect(linux).toMatch(/[█▄]/);
      expect(linux).not.toMatch(/[▁▂▃▅▆▇▏▎▍▋▊▉]/);
    }));

  test.concurrent('inputs that cannot be opened are named on the normal screen, with status 2', () =>
    inTerminal({}, async (terminal) => {
      await terminal.type(`${program('files', '/no/such/file')}; echo status=$?`);
      const screen = await terminal.see(/^status=2$/m);
      expect(screen).toMatch(/^mailtop: \/no\/such\/file: /m);
      expect(await terminal.flag('#{alternate_on}')).toBe('0');
    }));

  test.concurrent('the log on a pipe, the keys from the terminal; a hostile log changes nothing of it', () =>
    inTerminal({ columns: 100, rows: 30 }, async (terminal) => {
      const log = join(terminal.folder, 'mail.log');
      writeFileSync(log, hostileLog());
      const title = await terminal.flag('#{pane_title}');
      await terminal.type(`cat ${log} | ${program('files', '-')}; echo status=$?`);
      const screen = await terminal.see(/end of input/);
      expect(screen).toMatch(/ 60 failed {2}of 60 attempts/);
      expect(screen).toMatch(/^┌ Auth challenges/m);
      expect(await terminal.flag('#{pane_title}')).toBe(title);
      expect(await terminal.flag('#{alternate_on} #{cursor_flag}')).toBe('1 0');
      await terminal.keys('Tab', 'z');
      await terminal.keys('q');
      await terminal.see(/^status=0$/m);
    }));
});

/** What a client may choose: its user name and its name for itself. */
function hostileLog(): string {
  const lines: string[] = [];
  for (let attempt = 0; attempt < 60; attempt++) {
    const time = `Nov 23 1${attempt % 10}:${String(attempt).padStart(2, '0')}:00`;
    lines.push(
      `${time} mx1 postfix/submission/smtpd[${2000 + attempt}]: warning: unknown[203.0.113.9]: ` +
        'SASL LOGIN authentication failed: authentication failure, ' +
        'sasl_username=\x1b]0;pwned\x07\x1b[2J\x1b[?1049l\u202egnp\x00\r',
    );
  }
  return `${lines.join('\n')}\n`;
}

test('a frame costs little, and a thousand leave nothing behind', { timeout: 120_000 }, async () => {
  const args = ['--expose-gc', join(programs, 'frame-costs.js')];
  const costs = async (...size: string[]): Promise<Record<'milliseconds' | 'growth' | 'largest', number>> => {
    const { stdout } = await promisify(execFile)(process.execPath, [...args, ...size]);
    return JSON.parse(stdout) as Record<'milliseconds' | 'growth' | 'largest', number>;
  };
  const small = await costs('80', '24', '800');
  // A text that Ink remembered would cost 20 kB a frame.
  expect(small.growth).toBeLessThan(3 * 1024 * 1024);
  const large = await costs('200', '60', '100');
  expect(large.milliseconds).toBeLessThan(12);
  expect(large.largest).toBeLessThan(8 * 1024);
});
