// Dovecot 2.2 to 2.4: logins, its SASL service for MTAs, delivery by lmtp and lda, submission, quota and disk.
// One file per theme; a process is routed to its theme by the table at the end.
import type { MailEvent } from '../../model/event.ts';
import type { Dialect, DialectReader, LogLine } from '../../model/line.ts';
import { readAuth } from './auth.ts';
import { redactAuth } from './auth-secrets.ts';
import { readLmtp, readLda } from './lmtp.ts';
import { LmtpClients } from './lmtp-clients.ts';
import { readLogin } from './login.ts';
import { readMailProcess } from './mail-process.ts';
import { emptyPrefix, type Prefix, readPrefix } from './prefix.ts';
import { readServer } from './server.ts';
import { readSubmission } from './submission.ts';
import { readTrouble } from './trouble.ts';

export const dovecot: Dialect = {
  name: 'dovecot',
  claims: (program) =>
    program === 'dovecot' ||
    program.startsWith('dovecot/') ||
    program.startsWith('dovecot-') ||
    LOGIN_TAG.test(program),
  reader: () => new DovecotReader(),
};

/** Collectors may give each process its own tag and take the prefix off. */
const LOGIN_TAG = /^(?:imap|pop3|submission|managesieve)-login$/;

class DovecotReader implements DialectReader {
  readonly #prefix = emptyPrefix();
  readonly #lmtpClients = new LmtpClients();

  read(line: LogLine, event: MailEvent): boolean {
    const text = this.#readPrefix(line);
    if (text === null) return false;
    const prefix = this.#prefix;
    event.severity = prefix.severity;
    if (prefix.pid !== null) event.pid = prefix.pid;
    event.session = prefix.session;
    return this.#readBody(text.substring(prefix.body), event);
  }

  /** The text with its prefix, which is read; null when the line is none of Dovecot's. */
  #readPrefix(line: LogLine): string | null {
    const prefix = this.#prefix;
    if (readPrefix(line.text, prefix) && (READERS.has(prefix.process) || isLevelled(prefix)))
      return line.text;
    // Dovecot 1.x: "Dovecot v1.2.9 starting up"
    if (line.text.startsWith('Dovecot v')) return this.#prefixed('dovecot', line.text);
    // "dovecot/imap-login[12]: Login: user=<…>": the process stands in the tag.
    const program = line.program ?? '';
    const process = program.substring(program.lastIndexOf('/') + 1);
    return READERS.has(process) && process !== 'dovecot' ? this.#prefixed(process, line.text) : null;
  }

  #prefixed(process: string, body: string): string {
    const text = `${process}: ${body}`;
    readPrefix(text, this.#prefix);
    return text;
  }

  #readBody(body: string, event: MailEvent): boolean {
    const prefix = this.#prefix;
    if (AUTH.has(prefix.process)) event.text = redactAuth(event.text, prefix.debug);
    if (prefix.debug) {
      event.kind = 'notice';
      return true;
    }
    const reader = READERS.get(prefix.process) ?? readServer;
    return reader(body, prefix, event, this.#lmtpClients) || readTrouble(body, prefix, event);
  }
}

/** Understands what only this kind of process says. False: it is trouble, or unknown. */
type ProcessReader = (body: string, prefix: Prefix, event: MailEvent, lmtpClients: LmtpClients) => boolean;

/** Any process may report trouble, also one that is not in the table. */
function isLevelled(prefix: Prefix): boolean {
  return prefix.severity !== 'info' || prefix.debug;
}

const AUTH: ReadonlySet<string> = new Set(['auth', 'auth-worker']);

const READERS: ReadonlyMap<string, ProcessReader> = new Map<string, ProcessReader>([
  ['imap-login', readLogin],
  ['pop3-login', readLogin],
  ['submission-login', readLogin],
  ['managesieve-login', readLogin],
  ['auth', readAuth],
  ['auth-worker', readAuth],
  ['lmtp', readLmtp],
  ['lda', readLda],
  ['deliver', readLda],
  ['submission', readSubmission],
  ['imap', readMailProcess],
  ['pop3', readMailProcess],
  ['managesieve', readMailProcess],
  ['imap-hibernate', readMailProcess],
  ['imap-urlauth', readMailProcess],
  ['imap-urlauth-login', readMailProcess],
  ['imap-urlauth-worker', readMailProcess],
  ['indexer', readMailProcess],
  ['indexer-worker', readMailProcess],
  ['quota-status', readMailProcess],
  ['quota-warning', readMailProcess],
  ['doveadm', readMailProcess],
  ['doveadm-server', readMailProcess],
  ['dsync', readMailProcess],
  ['dsync-local', readMailProcess],
  ['dsync-server', readMailProcess],
  ['replicator', readMailProcess],
  ['script', readMailProcess],
  ['master', readServer],
  ['dovecot', readServer],
  ['log', readServer],
  ['config', readServer],
  ['anvil', readServer],
  ['stats', readServer],
  ['old-stats', readServer],
  ['dict', readServer],
  ['director', readServer],
  ['ipc', readServer],
  ['ssl-params', readServer],
  ['dns-client', readServer],
  ['aggregator', readServer],
  ['script-login', readServer],
  ['health-check', readServer],
]);
