// Which of many files are mail logs, by the names that mail systems and distributions give them.
import { basename, dirname, join } from 'node:path';
import { rotatedName } from './rotation.ts';

/**
 * Those of the paths that are mail logs, rotated and compressed ones too, without those that only repeat what another
 * one has. If none has such a name: the system log; without that, all that is called a log.
 */
export function mailLogs(paths: readonly string[]): string[] {
  const files = paths.map((path) => ({ path, log: rotatedName(path).set }));
  for (const patterns of MOST_TELLING_FIRST) {
    const logs = files.filter(({ log }) => patterns.some((pattern) => pattern.test(basename(log))));
    const present = new Set(logs.map(({ log }) => log));
    if (logs.length > 0) return logs.filter(({ log }) => !isExtract(log, present)).map(({ path }) => path);
  }
  return [];
}

const MOST_TELLING_FIRST: readonly (readonly RegExp[])[] = [
  [
    // Debian, Alpine: mail.log; Red Hat, FreeBSD: maillog; SUSE: mail, mail.info, mail.warn, mail.err
    /^mail(\.log|log|\.info|\.warn|\.err)?$/,
    // Exim: mainlog, main.log (Red Hat), exim_mainlog (cPanel), exim-main.log
    /^(exim[-_.]?)?(main|reject|panic)\.?log$/,
    // dovecot.log, postfix-in.log, mx1-mail.log
    /(^|[-_.])(postfix|exim4?|dovecot|mail)([-_.].*)?\.log$/,
  ],
  [/^(syslog|messages)(\.log)?$/],
  [/\.log$/],
];

/** The log repeats lines of one that is there too. */
function isExtract(log: string, present: ReadonlySet<string>): boolean {
  const name = basename(log);
  return EXTRACTS.some(
    ({ extract, of }) => extract.test(name) && of.some((main) => present.has(join(dirname(log), main))),
  );
}

/** Exim's panic log is none in the one case that matters: when the disk is full it may be all there is. */
const EXTRACTS: readonly { extract: RegExp; of: readonly string[] }[] = [
  { extract: /^mail\.(info|warn|err)$/, of: ['mail.log', 'maillog', 'mail'] },
  { extract: /^mail\.(warn|err)$/, of: ['mail.info'] },
  { extract: /^(exim[-_.]?)?reject\.?log$/, of: ['mainlog', 'main.log', 'exim_mainlog', 'exim-main.log'] },
];
