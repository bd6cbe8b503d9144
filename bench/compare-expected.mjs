// How far our events agree with the verified meaning of sample lines, field by field.
//
//   node bench/compare-expected.mjs [--show FIELD] [LOG...]
//
// LOG stands beside LOG's .expected.ndjson; without LOG: all such pairs in fixtures/. --show prints the lines that differ
// in a field; `--show all` those of all fields, `--show unrecognized` the lines not understood.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fastGlob from 'fast-glob';
import { readEvents } from '../dist/index.js';

const FIELDS = {
  queue_id: (event) => event.queueId,
  direction: (event) => event.direction,
  reply_code: (event) => event.replyCode,
  enhanced_code: (event) => event.enhancedCode,
  implied_code: (event) => event.impliedCode,
  stage: (event) => event.stage,
  status: (event) => event.status,
  storage: (event) => event.storage,
  'auth.mechanism': (event) => event.auth?.mechanism ?? null,
  'auth.username': (event) => event.auth?.username ?? null,
  'auth.outcome': (event) => event.auth?.outcome ?? null,
  'auth.client_ip': (event) => event.auth?.clientIp ?? null,
};

const { values, positionals } = parseArgs({ options: { show: { type: 'string' } }, allowPositionals: true });
const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const logs =
  positionals.length > 0
    ? positionals
    : (await fastGlob.glob('*/*.expected.ndjson', { cwd: fixtures, absolute: true }))
        .sort()
        .map((path) => path.replace(/\.expected\.ndjson$/, '.log'));

const sums = new Map(Object.keys(FIELDS).map((field) => [field, { equal: 0, lines: 0, telling: 0 }]));
for (const log of logs) await compare(log);
if (logs.length > 1) {
  console.log('\nall');
  for (const [field, { equal, lines, telling }] of sums) printShare(field, equal, lines, telling);
}

async function compare(log) {
  const expected = readFileSync(log.replace(/\.log$/, '.expected.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const text = readFileSync(log, 'latin1').split('\n');
  const events = new Map();
  for await (const batch of readEvents(log, { timezone: 'UTC' })) {
    for (const event of batch) events.set(event.line, event);
  }
  const unrecognized = [...events.values()].filter((event) => event.kind === 'unrecognized');
  console.log(
    `\n${log}: ${expected.length} lines, ${events.size} events, ${unrecognized.length} unrecognized`,
  );
  for (const [field, ours] of Object.entries(FIELDS)) {
    const telling = expected.filter(
      (row) => wanted(row, field) !== null || had(events.get(row.line), ours) !== null,
    ).length;
    const differing = expected.filter((row) => wanted(row, field) !== had(events.get(row.line), ours));
    printShare(field, expected.length - differing.length, expected.length, telling);
    const sum = sums.get(field);
    sum.equal += expected.length - differing.length;
    sum.lines += expected.length;
    sum.telling += telling;
    if (values.show !== field && values.show !== 'all') continue;
    for (const row of differing) {
      const [want, have] = [wanted(row, field), had(events.get(row.line), ours)].map((value) =>
        JSON.stringify(value),
      );
      console.log(
        `    ${row.line}: expected ${want}, got ${have} [${row.kind}]\n      ${text[row.line - 1]?.slice(0, 300)}`,
      );
    }
  }
  if (values.show === 'unrecognized') {
    for (const { line } of unrecognized) console.log(`    ${line}: ${text[line - 1]?.slice(0, 300)}`);
  }
}

/** A value that is not known may be null or left out. */
function wanted(row, field) {
  const [name, inner] = field.split('.');
  return (inner === undefined ? row[name] : row[name]?.[inner]) ?? null;
}

function had(event, ours) {
  return event === undefined ? null : ours(event);
}

/** `telling`: lines where the field has a value, in what is expected or in ours. */
function printShare(field, equal, lines, telling) {
  const share = ((100 * equal) / lines).toFixed(2);
  console.log(`  ${field.padEnd(16)} ${equal}/${lines}  ${share} %  (${telling} with a value)`);
}
