// What the logs of the laboratory show, counted from the record of what was said on the wire, not by our parsers.
//
//   node bench/lab-counts.mjs          writes fixtures/lab/expected-counts.json
//   node bench/lab-counts.mjs --check  fails if that file is not what would be written
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const LAB = new URL('../fixtures/lab/', import.meta.url);
const TARGET = fileURLToPath(new URL('expected-counts.json', LAB));

/** Which servers wrote a log. In the mixed ones Postfix, Dovecot and Exim of one host write together. */
const LOGS = {
  'postfix.log': ['postfix-a'],
  'postfix-rfc3164.log.gz': ['postfix-b'],
  'postfix-iso.log.gz': ['postfix-b'],
  'postfix-verbose.log.gz': ['postfix-c'],
  'exim/mainlog': ['exim-a'],
  'exim-all/mainlog.gz': ['exim-b'],
  'exim-debug/debug.log.gz': ['exim-debug'],
  'mixed-rfc3164.log.gz': ['postfix-b', 'exim-b'],
  'mixed-iso.log.gz': ['postfix-b', 'exim-b'],
  'mixed-rfc5424.log.gz': ['postfix-b', 'exim-b'],
  'mixed-repeat-reduction.log.gz': ['postfix-b', 'exim-b'],
};

/** These show the dialogue itself: one line for each reply, whatever the number of recipients. */
const DIALOGUES = new Set(['postfix-c', 'exim-debug']);

const rows = gunzipSync(readFileSync(new URL('truth.ndjson.gz', LAB)))
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const logLines = new Map();

const counts = {};
for (const [log, servers] of Object.entries(LOGS)) counts[log] = { servers, ...countsOf(servers) };
const text = JSON.stringify(counts, null, 1) + '\n';
if (!process.argv.includes('--check')) writeFileSync(TARGET, text);
else if (readFileSync(TARGET, 'utf8') !== text) {
  console.error(`${TARGET} is not what the record of the laboratory gives: run node bench/lab-counts.mjs`);
  process.exit(1);
}

function countsOf(servers) {
  const result = {
    replies: { inbound: noReplies(), outbound: noReplies() },
    printed_but_not_said: { inbound: {}, outbound: {} },
    auth: { attempts: {}, challenges: 0 },
    storage: {},
    unsaidLines: new Set(),
  };
  for (const row of rows) {
    if (row.type === 'reply') countReply(row, servers, result);
    else if (row.type === 'auth' && servers.includes(row.server)) countAttempt(row, result);
  }
  const { unsaidLines: _, ...counted } = result;
  return sorted(counted);
}

function noReplies() {
  return { printed: {}, not_printed: {}, no_reply_code: {} };
}

function countReply(row, servers, result) {
  const seen = sightOf(row, servers);
  if (seen === null || row.code === undefined) return;
  const { direction, reader, visible, ref } = seen;
  // A text that was found without its code in an outbound line is that of another attempt, which has the line.
  if (visible === 'text' && direction === 'outbound') return;
  const printed = visible === 'verbatim';
  const times = printed ? linesFor(row, direction, reader) : 1;
  if (row.code < 200 || row.code > 599) {
    add(result.replies[direction].no_reply_code, row.code, times);
    return;
  }
  add(result.replies[direction][printed ? 'printed' : 'not_printed'], row.code, times);
  if (!printed) countUnsaid(ref, row.code, direction, result);
  if (row.storage !== undefined && row.storage !== null) add(result.storage, row.storage, times);
}

/**
 * How one of the servers' logs shows the reply: as the one who said it (inbound), or as the one who was told
 * (outbound). A reply between two of the laboratory's servers stands in both their logs.
 */
function sightOf(row, servers) {
  if (row.dir === 'internal' && servers.includes(row.peer)) {
    const visible = row.visible_in_peer_log ?? 'no';
    if (visible !== 'no') return { direction: 'outbound', reader: row.peer, visible, ref: row.peer_log_ref };
  }
  if (!servers.includes(row.server) || row.visible_in_log === 'no') return null;
  if (row.log_ref?.includes('rejectlog')) return null; // not in the main log, which is counted here
  const direction = row.dir === 'received' ? 'outbound' : 'inbound';
  return { direction, reader: row.server, visible: row.visible_in_log, ref: row.log_ref };
}

/** A reply to the end of the data is printed once for each recipient. */
function linesFor(row, direction, reader) {
  if (direction === 'inbound' || row.stage !== 'eod' || DIALOGUES.has(reader)) return 1;
  return Math.max(1, row.rcpts?.length ?? 1);
}

function countAttempt(row, result) {
  // No line of its own: but Postfix counts the AUTH commands that succeeded where the connection ends.
  if (!row.visible_in_log && !(row.outcome === 'success' && row.server.startsWith('postfix'))) return;
  add(result.auth.attempts, row.outcome, 1);
  result.auth.challenges += row.n334;
  // The client was gone before the verdict, and Exim still logs the 535 that it would have been told.
  if (row.outcome === 'disconnected') countUnsaid(row.log_ref, null, 'inbound', result);
}

/** A line counts once, whatever happened in the attempt. */
function countUnsaid(ref, said, direction, result) {
  const code = codePrinted(ref);
  if (code === null || code === said || result.unsaidLines.has(ref)) return;
  result.unsaidLines.add(ref);
  add(result.printed_but_not_said[direction], code, 1);
}

/** The code of Exim's `authenticator failed for … [address]: 535 Incorrect authentication data`. */
function codePrinted(ref) {
  // The greeting may be an address, too: "(laptop.lan) [127.0.66.7]: 535", "([192.168.1.5]) [127.0.66.7]: 535".
  const code = /authenticator failed for .*?\](?::\d+)?(?: I=\S+)?: (\d{3}) /.exec(lineAt(ref))?.[1];
  return code === undefined ? null : Number(code);
}

function lineAt(ref) {
  if (ref === undefined) return '';
  const colon = ref.lastIndexOf(':');
  const file = ref.slice(0, colon);
  let lines = logLines.get(file);
  if (lines === undefined) logLines.set(file, (lines = contentOf(file).split('\n')));
  return lines[Number(ref.slice(colon + 1)) - 1] ?? '';
}

function contentOf(file) {
  try {
    return readFileSync(new URL(file, LAB), 'latin1');
  } catch {
    return gunzipSync(readFileSync(new URL(`${file}.gz`, LAB))).toString('latin1');
  }
}

function add(table, key, times) {
  table[key] = (table[key] ?? 0) + times;
}

/** Keys in one order, so that the file changes only when a count does. */
function sorted(value) {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
