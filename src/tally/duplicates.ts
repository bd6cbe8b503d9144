// Exim writes a rejection to mainlog and rejectlog, trouble to mainlog and paniclog. Whether a line is the second copy of
// one that was read.
import type { MailEvent } from '../model/event.ts';
import { FileCopies } from './file-copies.ts';
import { SyslogCopies } from './syslog-copies.ts';

export class DuplicateLines {
  readonly #inFiles = new FileCopies();
  readonly #inSyslog = new SyslogCopies();
  /** One file alone holds no second copies, except through syslog. */
  severalFiles = true;

  /** Of a line that was repeated (`message repeated 5 times`) only what is new stays in `repeat`. */
  isCopy(event: MailEvent): boolean {
    if (!mayGoToTwoLogs(event)) return false;
    if (event.host !== null || event.program !== 'exim') return this.#inSyslog.isCopy(event);
    return this.severalFiles && this.#inFiles.isCopy(event);
  }
}

function mayGoToTwoLogs({ kind, status, text }: MailEvent): boolean {
  if (!GOES_TO_TWO_LOGS.has(kind)) return false;
  // "== carol@example.org R=user T=mailbox defer (-1): Tainted '/var/mail/carol' … not permitted" is a panic, too.
  if (kind === 'delivery') return status === 'deferred';
  // "SMTP syntax error in "GET / HTTP/1.1" H=(x) [203.0.113.9] unrecognized command": mainlog only.
  return (
    kind !== 'protocol' || !(text.startsWith('SMTP syntax error ') || text.startsWith('SMTP protocol error '))
  );
}

const GOES_TO_TWO_LOGS: ReadonlySet<string> = new Set([
  'reject',
  'auth',
  'verify',
  'protocol',
  'error',
  'storage',
  'discard',
  'rate-limit',
  'delivery',
]);
