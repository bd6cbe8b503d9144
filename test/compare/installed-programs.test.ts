// Our count by their rules against what the programs themselves print, where they are installed.
import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMPARISONS } from '../../src/compare/index.ts';
import { Analysis } from '../../src/pipeline.ts';
import { openSources } from '../../src/sources/index.ts';

const PFLOGSUMM = '/usr/sbin/pflogsumm';
const EXIMSTATS = '/usr/sbin/eximstats';
const LAB = new URL('../../fixtures/lab/', import.meta.url).pathname;
const CORPUS = new URL('../../bench/corpus/', import.meta.url).pathname;

/** Of a log that is not packed: the programs take a minute for a whole one. */
const MOST_BYTES = Number(process.env['COMPARE_BYTES'] ?? 16e6);
const TIMEOUT = 180_000;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mailtop-compare-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!existsSync(PFLOGSUMM))('beside pflogsumm', () => {
  it.each(
    present([
      `${LAB}postfix.log`,
      `${LAB}postfix-rfc3164.log.gz`,
      `${LAB}postfix-iso.log.gz`,
      `${LAB}postfix-verbose.log.gz`,
      `${LAB}mixed-rfc3164.log.gz`,
      `${LAB}mixed-iso.log.gz`,
      `${LAB}mixed-repeat-reduction.log.gz`,
      `${CORPUS}postfix-busy-300.log`,
    ]),
  )(
    '%s',
    async (packed) => {
      const log = plain(packed);
      const rows = Object.entries(await counted('pflogsumm', log));
      expect(Object.fromEntries(rows.map(([what, count]) => [what, pflogsummUnits(count)]))).toEqual(
        grandTotals(execFileSync(PFLOGSUMM, ['--detail', '0', log], OUTPUT)),
      );
    },
    TIMEOUT,
  );
});

describe.skipIf(!existsSync(EXIMSTATS))('beside eximstats', () => {
  it.each(
    present([
      `${LAB}exim/mainlog`,
      `${LAB}exim/rejectlog`,
      `${LAB}exim-all/mainlog.gz`,
      `${LAB}exim-all/rejectlog.gz`,
      `${LAB}exim-debug/mainlog`,
      `${CORPUS}exim-busy-300.log`,
    ]),
  )(
    '%s',
    async (packed) => {
      const log = plain(packed);
      expect(await counted('eximstats', log)).toEqual(eximstats(log));
    },
    TIMEOUT,
  );

  it('through syslog, with the stamp of Exim', async () => {
    const log = join(folder, 'syslog');
    const lines = readFileSync(`${LAB}exim/mainlog`, 'utf8').split('\n').slice(0, -1);
    writeFileSync(log, lines.map((line) => `Nov 23 20:10:00 mx1 exim[2920]: ${line}\n`).join(''));
    expect(await counted('eximstats', log)).toEqual(eximstats(log));
  });
});

function present(logs: string[]): string[] {
  return logs.filter((log) => existsSync(log));
}

/** Unpacked, and cut at a line where it is very long. */
function plain(log: string): string {
  const copy = join(folder, 'log');
  if (log.endsWith('.gz')) {
    writeFileSync(copy, gunzipSync(readFileSync(log)));
    return copy;
  }
  if (statSync(log).size <= MOST_BYTES) return log;
  const start = Buffer.alloc(MOST_BYTES);
  const file = openSync(log, 'r');
  readSync(file, start);
  closeSync(file);
  writeFileSync(copy, start.subarray(0, start.lastIndexOf('\n') + 1));
  return copy;
}

/** Theirs by our count: what → how many. */
async function counted(name: string, log: string): Promise<Record<string, number>> {
  const comparison = await COMPARISONS.find((each) => each.name === name)!.load();
  const analysis = new Analysis(
    { from: null, to: null, year: null, timezone: 'UTC', top: 10, mta: null },
    { events: (events) => events.forEach((event) => comparison.add(event)) },
  );
  const { sources } = await openSources([log]);
  for (const source of sources) await analysis.read(source);
  analysis.end();
  const { rows } = comparison.view(analysis.snapshot());
  return Object.fromEntries(rows.map(({ what, theirs }) => [what, theirs]));
}

function eximstats(log: string): Record<string, number> {
  const options = ['-txt', '-nvr', '-nr', '-ne', '-nt', '-h0', '-q0', '-t0'];
  return eximTotals(execFileSync(EXIMSTATS, [...options, log], OUTPUT));
}

const OUTPUT: ExecFileSyncOptionsWithStringEncoding = {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
};

/** "    7556   deferred  (22763  deferrals)" */
function grandTotals(text: string): Record<string, string> {
  const found: Record<string, string> = { deferrals: '0' };
  const totals = text.slice(0, text.search(/\nPer-(?:Day|Hour) Traffic/));
  for (const [, number = '', unit = '', what = ''] of totals.matchAll(
    /^ +(\d+)([ km]) {1,2}([a-z][a-z/ ]*[a-z])/gm,
  ))
    found[what] = number + unit.trim();
  const deferrals = /\((\d+)([ km]) deferrals\)/.exec(totals);
  if (deferrals !== null) found['deferrals'] = `${deferrals[1]}${deferrals[2]}`.trim();
  return found;
}

/** It prints `k` from 512 Ki on, `m` from 512 Mi on, cut to whole ones. */
function pflogsummUnits(count: number): string {
  if (count > 512 * 1024 * 1024) return `${Math.floor(count / 1024 / 1024)}m`;
  return count > 512 * 1024 ? `${Math.floor(count / 1024)}k` : String(count);
}

/** "  Received             647123        198                  27      41 20.7%     32 16.2%"; rows of 0 are left out. */
function eximTotals(text: string): Record<string, number> {
  const row = (name: string): number[] => {
    const line = new RegExp(`^  ${name}  +(.*)$`, 'm').exec(text)?.[1] ?? '';
    return line
      .replace(/[\d.]+%/g, '')
      .split(/ +/)
      .filter((cell) => cell !== '')
      .map(Number);
  };
  const [volume = 0, received = 0, hosts = 0, delayed = 0, failed = 0] = row('Received');
  const [sent = 0, delivered = 0, addresses = 0, relays = 0] = row('Delivered');
  const [rejects = 0, rejected = 0] = row('Rejects');
  const [temporary = 0, asked = 0] = row('Temp Rejects');
  return {
    'Received: messages': received,
    'Received: volume': volume,
    'Received: hosts': hosts,
    Delayed: delayed,
    Failed: failed,
    'Delivered: messages': delivered,
    'Delivered: addresses': addresses,
    'Delivered: volume': sent,
    'Delivered: hosts': relays,
    Rejects: rejects,
    'Rejects: hosts': rejected,
    'Temp Rejects': temporary,
    'Temp Rejects: hosts': asked,
  };
}
