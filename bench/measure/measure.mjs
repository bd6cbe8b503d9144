// One run of a command: how long, and how much memory at most.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';

const GNU_TIME = '/usr/bin/time';

/** Peak memory is NaN without GNU time. What the command prints goes nowhere. */
export function measure(command, args) {
  const timed = existsSync(GNU_TIME);
  const nowhere = openSync('/dev/null', 'w');
  const begun = performance.now();
  const options = { stdio: ['ignore', nowhere, 'pipe'], encoding: 'utf8' };
  const run = timed
    ? spawnSync(GNU_TIME, ['-f', '%M', command, ...args], options)
    : spawnSync(command, args, options);
  const seconds = (performance.now() - begun) / 1000;
  closeSync(nowhere);
  if (run.status !== 0) throw new Error(`${command} ${args.join(' ')}: status ${run.status}\n${run.stderr}`);
  const kilobytes = timed ? Number(run.stderr.trim().split('\n').at(-1)) : NaN;
  return { seconds, peakMegabytes: (kilobytes * 1024) / 1e6 };
}
