// The logs of the laboratory and what is known of them.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const LAB = new URL('../../fixtures/lab/', import.meta.url);

/** Path of a log: `postfix.log`, `exim/mainlog`, `mixed-iso.log.gz`. */
export function labLog(name: string): string {
  return fileURLToPath(new URL(name, LAB));
}

/** How often, by reply code or by word. */
export type CountByKey = Readonly<Record<string, number>>;

/** By code. `no_reply_code`: what a remote server said is none (700). */
export interface ExpectedReplies {
  readonly printed: CountByKey;
  readonly not_printed: CountByKey;
  readonly no_reply_code: CountByKey;
}

/** What one log shows: see fixtures/README.md. */
export interface ExpectedCounts {
  readonly servers: readonly string[];
  readonly replies: Readonly<Record<'inbound' | 'outbound', ExpectedReplies>>;
  readonly printed_but_not_said: Readonly<Record<'inbound' | 'outbound', CountByKey>>;
  readonly auth: { readonly attempts: CountByKey; readonly challenges: number };
  readonly storage: CountByKey;
}

/** By name of the log. */
export function expectedCounts(): Readonly<Record<string, ExpectedCounts>> {
  return JSON.parse(readFileSync(labLog('expected-counts.json'), 'utf8'));
}

/** One row of the record of what happened; which fields there are depends on `type`. */
export interface TruthRow {
  readonly n: number;
  readonly type: 'reply' | 'auth' | 'message' | 'conn' | 'storage' | 'note';
  readonly ts: string;
  readonly server?: string;
  readonly dir?: 'sent' | 'received' | 'internal';
  readonly peer?: string;
  readonly stage?: string;
  readonly code?: number;
  readonly enh?: string;
  readonly text?: string;
  readonly client_ip?: string;
  readonly mail_from?: string;
  readonly rcpt?: string;
  readonly rcpts?: readonly string[];
  readonly mech?: string;
  readonly user?: string;
  readonly outcome?: string;
  readonly n334?: number;
  readonly msgid?: string;
  readonly queue_id?: string;
  readonly accepted?: boolean;
  /** How a message was handed in. */
  readonly via?: 'smtp' | 'sendmail';
  readonly storage?: string;
  readonly scenario?: string;
  /** Of an AUTH attempt only whether it is. */
  readonly visible_in_log?: 'verbatim' | 'text' | 'event' | 'no' | boolean;
  readonly log_ref?: string;
  readonly visible_in_peer_log?: 'verbatim' | 'text' | 'event' | 'no';
  readonly peer_log_ref?: string;
  readonly corrected?: boolean;
}

export function labTruth(): TruthRow[] {
  const lines = gunzipSync(readFileSync(labLog('truth.ndjson.gz')))
    .toString('utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line): TruthRow => JSON.parse(line));
}

/** The line that `log_ref` names: `exim/mainlog:87`. */
export function labLine(ref: string | undefined): string {
  if (ref === undefined) return '';
  const colon = ref.lastIndexOf(':');
  const file = ref.slice(0, colon);
  let lines = logLines.get(file);
  if (lines === undefined) logLines.set(file, (lines = contentOf(file).split('\n')));
  return lines[Number(ref.slice(colon + 1)) - 1] ?? '';
}

const logLines = new Map<string, string[]>();

function contentOf(file: string): string {
  return existsSync(labLog(file))
    ? readFileSync(labLog(file), 'latin1')
    : gunzipSync(readFileSync(labLog(`${file}.gz`))).toString('latin1');
}
