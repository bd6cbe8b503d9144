// Lines that any daemon may write: fatal errors, failing tables and services, changed tables, notices of old defaults.
// A new kind of warning goes into one of the lists below.
import type { EventKind, MailEvent } from '../../model/event.ts';
import { readClient, readScreenedClient } from './peer.ts';
import { readQueueId } from './queued.ts';
import { readFullDisk, readSubmissionFailure } from './storage.ts';

/** The last reader that is asked. */
export function readTrouble(event: MailEvent, text: string, start: number): boolean {
  if (event.severity === 'info') return readNotice(event, text);
  // "fatal: open active 4521F334AB: Permission denied", "panic: myfree: corrupt or unallocated memory block"
  if (event.severity !== 'warning') {
    if (!readSubmissionFailure(event, text)) event.kind = 'error';
    return true;
  }
  if (readFullDisk(event, text)) return true;
  const at = readQueueId(event, text, start);
  const kind = kindOf(text, at);
  if (kind === null) return false;
  event.kind = kind;
  return true;
}

function readNotice(event: MailEvent, text: string): boolean {
  // "table hash:/etc/postfix/access(0,lock|fold_fix|utf8_request) has changed -- restarting"
  if (text.startsWith('table ') && text.endsWith(' has changed -- restarting')) {
    event.kind = 'admin';
    return true;
  }
  // "using backwards-compatible default setting respectful_logging=no for client [198.51.100.102]:40003"
  if (text.startsWith('using backwards-compatible default setting ')) {
    event.kind = 'notice';
    const from = text.lastIndexOf(' from ');
    const client = text.lastIndexOf(' for client [');
    if (from !== -1) readClient(event, text, from + ' from '.length);
    else if (client !== -1) {
      event.direction = 'inbound';
      readScreenedClient(event, text, client + ' for client '.length);
    }
    return true;
  }
  // "SASL authentication info: …", from the library
  for (const phrase of NOTICES) {
    if (!text.startsWith(phrase)) continue;
    event.kind = 'notice';
    return true;
  }
  return false;
}

const NOTICES = [
  'SASL authentication ',
  'warning-free ',
  'idle timeout',
  'rewrite stream disconnect',
  'private/',
];

function kindOf(text: string, at: number): EventKind | null {
  for (const [phrase, kind] of BEGINNINGS) if (text.startsWith(phrase, at)) return kind;
  for (const phrase of INSIDE) if (text.indexOf(phrase, at) !== -1) return 'error';
  return null;
}

const BEGINNINGS: readonly (readonly [string, EventKind])[] = [
  // The authentication library, without a client: the line about the login itself follows.
  // "SASL authentication failure: Password verification failed"
  ['SASL authentication ', 'notice'],
  // "SASL: Connect to Dovecot auth socket 'private/auth' failed: No such file or directory"
  ['SASL', 'error'],
  // "connect to Milter service inet:127.0.0.1:11332: Connection refused"
  ['connect to Milter service ', 'error'],
  // "milter inet:127.0.0.1:8891: can't read SMFIC_BODYEOB reply packet header: Connection timed out"
  ['milter ', 'error'],
  // "do not list domain example.org in BOTH mydestination and virtual_mailbox_domains"
  ['do not list domain ', 'error'],
  ['connect to ', 'error'],
  ['connect #', 'error'],
  ['problem talking to ', 'error'],
  ['premature end-of-input', 'error'],
  ['timeout on ', 'error'],
  ['timeout talking to ', 'error'],
  ['lost connection with ', 'error'],
  ['restarting ', 'error'],
  ['support for ', 'notice'],
  ['run "', 'notice'],
  ['undefined parameter: ', 'error'],
  ['/etc/', 'error'],
  ['unexpected ', 'error'],
  ['unknown ', 'error'],
  ['unreasonable ', 'error'],
  ['malformed ', 'error'],
  ['bad ', 'error'],
  ['cannot ', 'error'],
  ["can't ", 'error'],
  ['dict_', 'error'],
  ['database ', 'error'],
  ['mysql ', 'error'],
  ['pgsql ', 'error'],
  ['ldap', 'error'],
  ['regexp map ', 'error'],
  ['pcre map ', 'error'],
  ['psc_', 'error'],
  ['process ', 'error'],
  ['relay_domains', 'error'],
  ['symlink ', 'error'],
  ['group or other writable: ', 'error'],
  ['not owned by ', 'error'],
  ['dns ', 'dns'],
  ['dns_', 'dns'],
  ['DNSSEC ', 'dns'],
  ['no A record for ', 'dns'],
  ['valid_', 'dns'],
  ['numeric ', 'dns'],
  ['hostname ', 'dns'],
  ['cleanup ', 'error'],
  ['delivery ', 'error'],
  ['flush ', 'error'],
  ['open ', 'error'],
  ['close ', 'error'],
  ['file ', 'error'],
  ['access table ', 'error'],
  ['access map ', 'error'],
  ['restriction ', 'error'],
  ['mail_queue_', 'error'],
  ['host name ', 'dns'],
];

const INSIDE = [
  // "hash:/etc/aliases is unavailable. open database /etc/aliases.db: No such file or directory"
  ' is unavailable',
  // "4jYCsG0hzgz9s0t: virtual_alias_maps map lookup problem for bob@example.org -- message not accepted, try again later"
  ' lookup problem',
  ': table lookup',
  ' lookup error',
  ' lookup failed',
  ' lookup failure',
  ' policy service',
  ': No such file or directory',
  ': Permission denied',
  ': Connection refused',
  ': Connection timed out',
  ' is not allowed to ',
  ' should be ',
  ': duplicate entry',
  ': unused parameter',
  ' overriding earlier entry',
  ' file has ',
  ' is older than source file ',
  ' is configured but ',
  ' defer service failure',
  ' bounce service failure',
  ' trace service failure',
  ' service failure',
  ' service error',
  ' unsupported dictionary type',
];
