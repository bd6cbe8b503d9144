// Reports over the logs of the laboratory, each made once.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Direction } from '../../src/model/event.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { Analysis } from '../../src/pipeline.ts';
import { openSources } from '../../src/sources/index.ts';
import { labLog } from './lab.ts';

/** What each server of the laboratory wrote; the log that `expected-counts.json` speaks of comes first. */
export const LOGS_OF_SERVER = {
  'postfix-a': ['postfix.log'],
  'postfix-b': ['postfix-rfc3164.log.gz'],
  'postfix-c': ['postfix-verbose.log.gz'],
  'exim-a': ['exim/mainlog', 'exim/rejectlog', 'exim/paniclog'],
  'exim-b': ['exim-all/mainlog.gz', 'exim-all/rejectlog.gz', 'exim-all/paniclog'],
  'exim-debug': ['exim-debug/debug.log.gz'],
} as const;

export type Server = keyof typeof LOGS_OF_SERVER;

/** Postfix, Exim and Dovecot of one host in one syslog. */
export const MIXED_LOGS = [
  'mixed-rfc3164.log.gz',
  'mixed-iso.log.gz',
  'mixed-rfc5424.log.gz',
  'mixed-repeat-reduction.log.gz',
] as const;

/** The unpacked logs, where the work is that this project came from. */
export const RAW_LOGS: string = fileURLToPath(new URL('../../../shared/samples/lab-a/', import.meta.url));
export const hasRawLogs: boolean = existsSync(RAW_LOGS);

const reports = new Map<string, Promise<Snapshot>>();

export function reportOn(logs: readonly string[]): Promise<Snapshot> {
  return reportOnFiles(logs.map(labLog));
}

export function reportOnFiles(paths: readonly string[]): Promise<Snapshot> {
  const key = paths.join();
  const known = reports.get(key);
  if (known !== undefined) return known;
  const report = analyse(paths);
  reports.set(key, report);
  return report;
}

async function analyse(paths: readonly string[]): Promise<Snapshot> {
  const timezone = 'Europe/Berlin';
  const analysis = new Analysis({ from: null, to: null, year: null, timezone, top: 1000, mta: null });
  const { sources, problems } = await openSources(paths);
  if (problems[0] !== undefined) throw problems[0];
  analysis.expect(sources);
  for (const source of sources) await analysis.read(source);
  analysis.end();
  return analysis.snapshot();
}

/** Replies that were said, by code. */
export function codesOf({ replies }: Snapshot, direction: Direction): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of replies.codes) {
    if (row.direction === direction) counts[row.code] = (counts[row.code] ?? 0) + row.count;
  }
  return counts;
}

export function sumOf(...tables: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const table of tables)
    for (const [key, count] of Object.entries(table)) sum[key] = (sum[key] ?? 0) + count;
  return sum;
}

/** What a server sent in all, whether or not its log shows it. */
export function codesOnWire(server: Server): Record<string, number> {
  const summary: Summary = JSON.parse(gunzipSync(readFileSync(labLog('summary.json.gz'))).toString('utf8'));
  const { sent_to_clients: toClients = {}, sent_to_lab_servers: toServers = {} } =
    summary.replies[server] ?? {};
  return sumOf(toClients, toServers);
}

interface Summary {
  readonly replies: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;
}
