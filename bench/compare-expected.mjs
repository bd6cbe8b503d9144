// How far the events agree with the verified meaning of sample lines, field by field.
//   node bench/compare-expected.mjs [--show FIELD] LOG...      (LOG beside LOG's .expected.ndjson)
import { readFileSync } from 'node:fs';
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

const args = process.argv.slice(2);
const at = args.indexOf('--show');
const show = at === -1 ? null : args.splice(at, 2)[1];

for (const log of args) {
  const expected = readFileSync(log.replace(/\.log$/, '.expected.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const events = new Map();
  for await (const batch of readEvents(log, { timezone: 'UTC' }))
    for (const event of batch) events.set(event.line, event);
  const lines = readFileSync(log, 'latin1').split('\n');
  const unrecognized = [...events.values()].filter((event) => event.kind === 'unrecognized');
  console.log(
    `\n${log}: ${expected.length} lines, ${events.size} events, ${unrecognized.length} unrecognized`,
  );
  for (const [field, ours] of Object.entries(FIELDS)) {
    let equal = 0;
    for (const row of expected) {
      const [name, inner] = field.split('.');
      const want = (inner === undefined ? row[name] : row[name]?.[inner]) ?? null;
      const event = events.get(row.line);
      const have = event === undefined ? null : ours(event);
      if (want === have) equal++;
      else if (show === field || show === 'all')
        console.log(
          `  ${row.line} ${field}: expected ${JSON.stringify(want)}, got ${JSON.stringify(have)} [${row.kind}]\n      ${lines[row.line - 1]?.slice(0, 300)}`,
        );
    }
    console.log(
      `  ${field.padEnd(16)} ${equal}/${expected.length}  ${((100 * equal) / expected.length).toFixed(2)} %`,
    );
  }
  if (show === 'unrecognized')
    for (const event of unrecognized)
      console.log(`  ${event.line} ${event.program}: ${event.text.slice(0, 200)}`);
}
