// Who runs against whom, on the log of one mail system.
import { spawnSync } from 'node:child_process';

/** What others use for the same question. Left out where it is not installed (Debian: pflogsumm, exim4-base). */
const REFERENCES = {
  postfix: { label: 'pflogsumm', args: ['-q'] },
  exim: { label: 'eximstats', args: [] },
};

export function contendersFor(mta, mailtop, log) {
  const node = process.execPath;
  const contenders = [
    { label: 'mailtop report', command: node, args: [mailtop, 'report', '--format', 'json', log] },
    { label: 'mailtop events', command: node, args: [mailtop, 'events', log], isOtherWork: true },
  ];
  const { label, args } = REFERENCES[mta];
  if (spawnSync('which', [label]).status === 0) {
    contenders.push({ label, command: label, args: [...args, log], isReference: true });
  } else console.error(`bench: ${label} is not installed, so mailtop runs alone`);
  return contenders;
}
