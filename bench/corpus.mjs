// Writes a large log that looks like a week of a real mail server, the same for the same seed.
//
//   node bench/corpus.mjs [--mta postfix|exim] [--profile clean|busy|attack|demo] [--megabytes 300] [--seed 1]
//                         [--ids long|short] [--start 2026-11-16] [--days 7] [--out FILE]
//
// The log goes to bench/corpus/, what is in it to a .counts.json beside it.
import { closeSync, mkdirSync, openSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createExim } from './generate/exim.mjs';
import { createPopulation } from './generate/population.mjs';
import { createPostfix } from './generate/postfix.mjs';
import { PROFILES } from './generate/profiles.mjs';
import { createRandom } from './generate/random.mjs';
import { Timeline, eximStamp, syslogStamp } from './generate/timeline.mjs';

const DAY = 86_400_000;
const MTAS = {
  postfix: { create: createPostfix, stamp: syslogStamp, ids: 'long' },
  exim: { create: createExim, stamp: eximStamp, ids: 'short' },
};
/** Written at once. */
const BLOCK = 1 << 20;

const { values } = parseArgs({
  options: {
    mta: { type: 'string', default: 'postfix' },
    profile: { type: 'string', default: 'busy' },
    megabytes: { type: 'string', default: '300' },
    seed: { type: 'string', default: '1' },
    ids: { type: 'string' },
    start: { type: 'string', default: '2026-11-16T00:00:00Z' },
    days: { type: 'string', default: '7' },
    out: { type: 'string' },
  },
});
const start = Date.parse(values.start);
const mta = MTAS[values.mta];
const profile = PROFILES[values.profile];
if (mta === undefined || profile === undefined || Number.isNaN(start)) {
  console.error(
    `--mta is one of ${Object.keys(MTAS)}, --profile one of ${Object.keys(PROFILES)}, --start a date`,
  );
  process.exit(2);
}
const name = `${values.mta}-${values.profile}-${values.megabytes}`;
const path = values.out ?? join(dirname(fileURLToPath(import.meta.url)), 'corpus', `${name}.log`);
const written = write(path, Number(values.megabytes) * 1e6, Number(values.days) * DAY);
console.log(
  `${path}: ${(written.bytes / 1e6).toFixed(1)} MB, ${written.lines} lines in ${written.seconds.toFixed(1)} s`,
);

function write(file, wantedBytes, period) {
  const begun = performance.now();
  mkdirSync(dirname(file), { recursive: true });
  const descriptor = openSync(file, 'w');
  let block = '';
  const timeline = new Timeline(start, mta.stamp, (text) => {
    block += text;
    if (block.length > BLOCK) {
      writeSync(descriptor, block);
      block = '';
    }
  });
  const random = createRandom(Number(values.seed));
  const population = createPopulation(random);
  const longIds = (values.ids ?? mta.ids) === 'long';
  const server = mta.create({ random, population, profile, timeline, longIds });

  let time = start;
  let sessions = 0;
  while (timeline.bytes < wantedBytes) {
    const done = (time - start) / period;
    const full = profile.fullAt !== null && done >= profile.fullAt[0] && done < profile.fullAt[1];
    server.session(time, { full });
    sessions++;
    time += random.waiting((period / wantedBytes) * bytesPerSession(sessions, timeline.bytes)) * daily(time);
    timeline.flush(time);
  }
  if (block !== '') writeSync(descriptor, block);
  closeSync(descriptor);
  // The year of the stamps is told by the date of the file.
  utimesSync(file, time / 1000, time / 1000);
  const counts = { bytes: timeline.bytes, lines: timeline.lines, ...timeline.counts };
  writeFileSync(file.replace(/\.log$/, '') + '.counts.json', JSON.stringify(counts, null, 2) + '\n');
  return { ...counts, seconds: (performance.now() - begun) / 1000 };
}

/** As many as so far; a first guess before that can be told. */
function bytesPerSession(sessions, bytes) {
  return sessions < 1000 ? 900 : bytes / sessions;
}

/** At night the gaps between sessions are long, in the late morning short; over a day they even out. */
function daily(time) {
  const hour = (time % DAY) / 3_600_000;
  return 1 / (1 + 0.6 * Math.cos(((hour - 11) / 24) * 2 * Math.PI));
}
