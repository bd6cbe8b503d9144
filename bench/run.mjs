// How fast mailtop is beside the tools people use, on the same log: `npm run bench`, after `npm run build`.
//
//   node bench/run.mjs [--mta postfix|exim|both] [--profile busy] [--megabytes 300] [--rounds 3] [--markdown FILE]
//
// Each run is a process of its own and the contenders take turns. What they count is compared before anything is timed.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compareCounts } from './measure/compare-counts.mjs';
import { contendersFor } from './measure/contenders.mjs';
import { measure } from './measure/measure.mjs';
import { median, table } from './measure/table.mjs';

const STARTS = 11;

const { values } = parseArgs({
  options: {
    mta: { type: 'string', default: 'both' },
    profile: { type: 'string', default: 'busy' },
    megabytes: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '3' },
    markdown: { type: 'string' },
  },
});
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const mailtop = here('../dist/cli/main.js');
if (!existsSync(mailtop)) {
  console.error('bench: nothing built yet: npm run build');
  process.exit(2);
}

const output = [
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown CPU'}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}`,
];
console.log(output[0]);
for (const mta of values.mta === 'both' ? ['postfix', 'exim'] : [values.mta]) show(throughput(mta));
show(startUp());
if (values.markdown !== undefined) writeFileSync(values.markdown, output.join('\n\n') + '\n');

function show(text) {
  console.log(`\n${text}`);
  output.push(text);
}

function throughput(mta) {
  const name = `${mta}-${values.profile}-${values.megabytes}`;
  const log = here(`corpus/${name}.log`);
  const counts = here(`corpus/${name}.counts.json`);
  if (!existsSync(log) || !existsSync(counts)) {
    const options = ['--mta', mta, '--profile', values.profile, '--megabytes', values.megabytes];
    execFileSync(process.execPath, [here('corpus.mjs'), ...options], { stdio: 'inherit' });
  }
  const contenders = contendersFor(mta, mailtop, log);
  const { differences, written } = compareCounts(mta, contenders, counts);
  for (const difference of differences) console.error(`bench: ${difference}`);
  if (differences.length > 0) process.exitCode = 1;

  const runs = new Map(contenders.map(({ label }) => [label, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const { label, command, args } of contenders) runs.get(label).push(measure(command, args));
  }
  const seconds = ({ label }) => median(runs.get(label).map((run) => run.seconds));
  const reference = contenders.find(({ isReference }) => isReference);
  const rows = contenders.map((contender) => {
    const time = seconds(contender);
    const memory = median(runs.get(contender.label).map((run) => run.peakMegabytes));
    return [
      contender.label,
      `${time.toFixed(2)} s`,
      `${(written.bytes / 1e6 / time).toFixed(0)} MB/s`,
      Math.round(written.lines / time).toLocaleString('en'),
      Number.isNaN(memory) ? '-' : `${memory.toFixed(0)} MB`,
      reference === undefined || contender.isOtherWork ? '-' : `${(seconds(reference) / time).toFixed(2)} x`,
    ];
  });
  const size = `${(written.bytes / 1e6).toFixed(0)} MB, ${written.lines.toLocaleString('en')} lines`;
  const against = reference === undefined ? 'speed' : `of ${reference.label}`;
  return `${name}: ${size}, median of ${values.rounds}\n\n${table(['', 'time', 'rate', 'lines/s', 'peak RSS', against], rows)}`;
}

function startUp() {
  const contenders = [
    ['node -e 0', ['-e', '0']],
    ['mailtop --version', [mailtop, '--version']],
  ];
  const runs = contenders.map(() => []);
  for (let round = 0; round < STARTS; round++) {
    contenders.forEach(([, args], index) => runs[index].push(measure(process.execPath, args).seconds));
  }
  const rows = contenders.map(([label], index) => [label, `${(median(runs[index]) * 1000).toFixed(0)} ms`]);
  return `Start, median of ${STARTS}\n\n${table(['', 'time'], rows)}`;
}
