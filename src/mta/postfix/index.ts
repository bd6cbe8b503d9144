// Postfix. A line is read by the parser of the daemon that wrote it; what no daemon's parser knows may still be one of
// the lines that all of them write (trouble.ts) or chatter of verbose logging (trace.ts).
// To read a new kind of line: find its daemon in DAEMONS; there, above each branch, stands the line that it reads.
// To add a daemon: its file (pickup.ts is the smallest to copy from) and a line in DAEMONS.
import type { MailEvent, Severity } from '../../model/event.ts';
import type { Dialect, DialectReader, LogLine } from '../../model/line.ts';
import { readMaster, readPostsuper, readScript } from './admin.ts';
import { readAnyDaemon } from './any-daemon.ts';
import { readBounce } from './bounce.ts';
import { readCleanup } from './cleanup.ts';
import type { LineParser } from './line-parser.ts';
import { readLocal } from './local.ts';
import { readPickup } from './pickup.ts';
import { readPostscreen } from './postscreen.ts';
import { readQmgr } from './qmgr.ts';
import { readDnsblog, readTlsproxy } from './screening-helpers.ts';
import { Sessions } from './sessions.ts';
import { readSmtp } from './smtp.ts';
import { readSmtpd } from './smtpd.ts';
import { readStatistics } from './statistics.ts';
import { readSubmitter } from './submission.ts';
import { readTlsTrouble } from './tls.ts';
import { readTrace } from './trace.ts';
import { readTrouble } from './trouble.ts';

export const postfix: Dialect = {
  name: 'postfix',
  claims: (program) => parserOf(program) !== null,
  reader: () => new PostfixReader(),
};

/** Daemons that write nothing but what all of them write. */
const readNothing: LineParser = () => false;

/** By the last component of the syslog tag. */
const DAEMONS: ReadonlyMap<string, LineParser> = new Map<string, LineParser>([
  ['smtpd', readSmtpd],
  ['submission', readSmtpd],
  ['submissions', readSmtpd],
  ['smtps', readSmtpd],
  ['qmqpd', readSmtpd],
  ['smtp', readSmtp],
  ['lmtp', readSmtp],
  ['relay', readSmtp],
  ['qmgr', readQmgr],
  ['oqmgr', readQmgr],
  ['nqmgr', readQmgr],
  ['cleanup', readCleanup],
  ['pickup', readPickup],
  ['local', readLocal],
  ['virtual', readLocal],
  ['pipe', readLocal],
  ['error', readLocal],
  ['retry', readLocal],
  ['discard', readLocal],
  ['bounce', readBounce],
  ['defer', readBounce],
  ['trace', readBounce],
  ['postscreen', readPostscreen],
  ['dnsblog', readDnsblog],
  ['tlsproxy', readTlsproxy],
  ['anvil', readStatistics],
  ['scache', readStatistics],
  ['verify', readStatistics],
  ['master', readMaster],
  ['postfix-script', readScript],
  ['postfix', readAnyDaemon],
  ['postmulti', readScript],
  ['postlog', readScript],
  ['postsuper', readPostsuper],
  ['postdrop', readSubmitter],
  ['sendmail', readSubmitter],
  ['flush', readNothing],
  ['postalias', readNothing],
  ['postcat', readNothing],
  ['postconf', readNothing],
  ['postkick', readNothing],
  ['postlock', readNothing],
  ['postlogd', readNothing],
  ['postmap', readNothing],
  ['postqueue', readNothing],
  ['posttls-finger', readNothing],
  ['proxymap', readNothing],
  ['showq', readNothing],
  ['spawn', readNothing],
  ['tlsmgr', readNothing],
  ['trivial-rewrite', readNothing],
]);

/** `postfix/smtpd`, `postfix-out/submission/smtpd`, `mail.gw_2/smtpd`: the instance is free text from the configuration. */
function parserOf(program: string): LineParser | null {
  const slash = program.lastIndexOf('/');
  const name = program.substring(slash + 1);
  // Without an instance only names that are nobody else's: OpenSMTPD has a `smtpd`, everybody a `sendmail`.
  if (slash === -1 && !name.startsWith('post')) return null;
  if (FOREIGN.test(program)) return null;
  if (UNIT.test(program)) return readAnyDaemon;
  return DAEMONS.get(name) ?? null;
}

/** journalctl -o with-unit: `postfix@-.service`. */
const UNIT = /^postfix(?:@[^/]*)?\.service$/;
const FOREIGN = /^(?:dovecot|exim\d?|opensmtpd|sendmail|courier)\//;
/** Tags come from configuration; beyond this many they are damage and are looked up each time. */
const MOST_TAGS = 4096;

class PostfixReader implements DialectReader {
  readonly #sessions = new Sessions();
  readonly #parsers = new Map<string, LineParser>();
  #lastTag = '';
  #lastParser: LineParser = readNothing;

  read(line: LogLine, event: MailEvent): boolean {
    const text = messageOf(line.text);
    const parse = this.#parser(line.program ?? '');
    const start = readSeverity(event, text);
    if (
      parse(event, text, start, this.#sessions) ||
      readTlsTrouble(event, text, start) ||
      readTrouble(event, text, start) ||
      (start === 0 && readTrace(event, text, this.#sessions))
    ) {
      return true;
    }
    // A parser that gave up may have begun.
    event.kind = 'unrecognized';
    event.auth = null;
    return false;
  }

  #parser(tag: string): LineParser {
    if (tag === this.#lastTag) return this.#lastParser;
    let parser = this.#parsers.get(tag);
    if (parser === undefined) {
      parser = parserOf(tag) ?? readNothing;
      if (this.#parsers.size < MOST_TAGS) this.#parsers.set(tag, parser);
    }
    this.#lastTag = tag;
    this.#lastParser = parser;
    return parser;
  }
}

/** The text without the blank that rsyslog's RFC 5424 format puts in front, and no longer than Postfix makes it. */
function messageOf(text: string): string {
  if (text.charCodeAt(0) !== SPACE && text.length <= LONGEST) return text;
  return text.charCodeAt(0) === SPACE ? text.substring(1, LONGEST) : text.substring(0, LONGEST);
}

/** Postfix cuts its messages at 2000 bytes, syslogs may write one byte as four: what is longer is not Postfix's. */
const LONGEST = 8192;

/** `warning: ` and its like in front of the text; gives where the rest begins. */
function readSeverity(event: MailEvent, text: string): number {
  switch (text.charCodeAt(0)) {
    case LOWER_W:
      return severityEnd(event, text, 'warning');
    case LOWER_F:
      return severityEnd(event, text, 'fatal');
    case LOWER_E:
      return severityEnd(event, text, 'error');
    case LOWER_P:
      return severityEnd(event, text, 'panic');
    default:
      return 0;
  }
}

const SPACE = 32;
const LOWER_E = 101;
const LOWER_F = 102;
const LOWER_P = 112;
const LOWER_W = 119;

function severityEnd(event: MailEvent, text: string, severity: Severity): number {
  const end = severity.length;
  if (!text.startsWith(severity) || !text.startsWith(': ', end)) return 0;
  event.severity = severity;
  return end + 2;
}
