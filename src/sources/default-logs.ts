// The logs that are read when none is named: where Postfix, Exim and cPanel write them on this host.
import { join } from 'node:path';
import { rotatedSet } from './rotated-set.ts';

const USUAL_PATHS = [
  'var/log/mail.log', // Debian, Ubuntu, Alpine
  'var/log/maillog', // Red Hat, Fedora, FreeBSD, cPanel
  'var/log/mail', // SUSE
  'var/log/postfix.log', // maillog_file, containers
  'var/log/exim4/mainlog', // Debian, Ubuntu
  'var/log/exim/main.log', // Red Hat, Fedora
  'var/log/exim/mainlog', // FreeBSD
  'var/log/exim_mainlog', // cPanel
  'var/spool/exim/log/mainlog', // Exim as its source code has it
];
/** The one being written and the one before it: the last day, also just after a rotation. */
const FILES_PER_LOG = 2;

/** Paths of files that exist, oldest first for each log. None: this host keeps no mail log in a file. */
export async function defaultLogs(root = '/'): Promise<string[]> {
  const found: string[] = [];
  for (const path of USUAL_PATHS) found.push(...(await rotatedSet(join(root, path))).slice(-FILES_PER_LOG));
  return found;
}
