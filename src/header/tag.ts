// Host, syslog tag and pid: what stands between the stamp and the message of a BSD-style line.
import type { LogLine } from '../model/line.ts';
import { keep } from '../model/keep.ts';
import { digit } from './stamp.ts';

const SPACE = 32;
const COLON = 58;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const LESS = 60;
/** Tags come from configuration files: few. Beyond this many (damage, attack) they are not remembered. */
const MOST_TAGS = 4096;
const RECENT = 256;

/** Reads `HOST TAG[PID]: ` into the line. Remembers tags, so that equal tags are one string. */
export class TagReader {
  readonly #tags = new Map<string, string>();
  /** The tags seen last, by a cheap hash of where they end: a hit saves making and hashing a string. */
  readonly #recent: string[] = Array.from({ length: RECENT }, () => '');

  /** `line` still holds the host of the line before it: usually the same. */
  read(text: string, start: number, end: number, line: LogLine): void {
    let at = start;
    if (text.charCodeAt(at) === LESS) at = skipPriorityWords(text, at);
    const host = line.host;
    if (host !== null && text.startsWith(host, at) && text.charCodeAt(at + host.length) === SPACE) {
      at += host.length + 1;
    } else {
      const blank = text.indexOf(' ', at);
      if (blank === -1 || blank >= end || isTag(text, at, blank)) line.host = null;
      else {
        line.host = keep(text.substring(at, blank));
        at = blank + 1;
      }
    }
    if (line.host === null && DOVECOT_PREFIX.test(text.substring(at, at + 40))) {
      line.program = 'dovecot';
      line.pid = null;
      line.style = 'dovecot-file';
      line.text = text.substring(at, end);
      return;
    }
    this.#tag(text, at, end, line);
  }

  #tag(text: string, start: number, end: number, line: LogLine): void {
    let at = start;
    let code = text.charCodeAt(at);
    // A tag ends at "[pid]:" or ":"; a blank before either means that there is no tag.
    while (code > SPACE && code !== COLON && code !== OPEN_BRACKET) code = text.charCodeAt(++at);
    if (at === start || (code !== COLON && code !== OPEN_BRACKET)) {
      line.program = null;
      line.pid = null;
      line.text = text.substring(start, end);
      return;
    }
    line.program = this.#tagAt(text, start, at);
    line.pid = null;
    if (code === OPEN_BRACKET) {
      let pid = 0;
      let next = at + 1;
      for (let value = digit(text, next); value >= 0; value = digit(text, ++next)) pid = pid * 10 + value;
      const close = text.charCodeAt(next) === CLOSE_BRACKET ? next : text.indexOf(']', next);
      if (close !== -1) {
        if (close === next && next > at + 1) line.pid = pid;
        at = close + 1;
      }
      if (text.charCodeAt(at) === COLON) at++;
    } else {
      at++;
    }
    if (text.charCodeAt(at) === SPACE) at++;
    // Solaris: "[ID 197553 mail.info] connect …"
    if (text.charCodeAt(at) === OPEN_BRACKET && text.startsWith('[ID ', at)) {
      const close = text.indexOf('] ', at);
      if (close !== -1) at = close + 2;
    }
    line.text = text.substring(at, end);
  }

  #tagAt(text: string, start: number, end: number): string {
    const slot = ((end - start) * 7 + text.charCodeAt(end - 1) + text.charCodeAt(end - 4)) % RECENT;
    const recent = this.#recent[slot] as string;
    if (recent.length === end - start && text.startsWith(recent, start)) return recent;
    const tag = this.#remember(text.substring(start, end));
    this.#recent[slot] = tag;
    return tag;
  }

  #remember(tag: string): string {
    const known = this.#tags.get(tag);
    if (known !== undefined) return known;
    const kept = keep(tag);
    if (this.#tags.size < MOST_TAGS) this.#tags.set(kept, kept);
    return kept;
  }
}

/** BSD syslogd -v: "<mail.info> mx1 postfix/smtpd[123]: " */
function skipPriorityWords(text: string, at: number): number {
  const end = text.indexOf('> ', at);
  return end === -1 ? at : end + 2;
}

/** Whether the first word is already the tag: "Nov 23 18:11:02 postfix/smtpd[123]: ", without a host. */
function isTag(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end - 1) === COLON) return true;
  return DOVECOT_PREFIX.test(text.substring(start, start + 40));
}

/** Dovecot's own log file has neither host nor tag: "Nov 23 20:01:22 imap-login: Info: …", "lmtp(user)<1><id>: …". */
const DOVECOT_PREFIX =
  /^(?:imap|pop3|submission|managesieve|lmtp|lda|auth|auth-worker|master|log|anvil|config|dict|stats|old-stats|doveadm|indexer|indexer-worker|replicator|aggregator|dns-client|ipc|director|imap-hibernate|imap-urlauth|quota-status|quota-warning|script|dsync-local|ssl-params|(?:imap|pop3|submission|managesieve|imap-urlauth)-login)(?:\(|: (?:Info|Warning|Error|Fatal|Panic|Debug): )/;
