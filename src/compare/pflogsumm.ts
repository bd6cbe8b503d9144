// The grand totals of pflogsumm 1.1.5, counted as it counts: line by line, by the shape of the line, with no notion of
// one mail behind several queue ids.
import type { MailEvent } from '../model/event.ts';
import { keep } from '../model/keep.ts';
import type { CompareView } from '../model/compare.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { BoundedMap, DistinctCount } from './bounded.ts';
import { compareRows, mixedNote, type Comparison } from './comparison.ts';
import { pflogsummFigures } from './pflogsumm-figures.ts';
import { recipientLine, senderLine, type RecipientLine, type SenderLine } from './postfix-delivery.ts';

export interface PflogsummTotals {
  received: number;
  delivered: number;
  forwarded: number;
  deferred: number;
  deferrals: number;
  bounced: number;
  rejected: number;
  warned: number;
  held: number;
  discarded: number;
  bytesReceived: number;
  bytesDelivered: number;
}

export class Pflogsumm implements Comparison {
  readonly totals: PflogsummTotals = {
    received: 0,
    delivered: 0,
    forwarded: 0,
    deferred: 0,
    deferrals: 0,
    bounced: 0,
    rejected: 0,
    warned: 0,
    held: 0,
    discarded: 0,
    bytesReceived: 0,
    bytesDelivered: 0,
  };
  readonly senders: DistinctCount = new DistinctCount();
  readonly sendingDomains: DistinctCount = new DistinctCount();
  readonly recipients: DistinctCount = new DistinctCount();
  readonly recipientDomains: DistinctCount = new DistinctCount();
  /** Queue id → size, from the first line that told one above 0. */
  readonly #sizes = new BoundedMap<number>();
  /** Queue id → where it came from, until its size is known. */
  readonly #waiting = new BoundedMap<string>();
  readonly #deferred = new DistinctCount();
  /** Lines of Postfix that it does not read at all, by reason. */
  #otherInstances = 0;
  #otherServices = 0;
  /** Lines in which a client wrote what it takes for a mail or a refusal. */
  #forged = 0;

  add(event: MailEvent): void {
    if (event.mta !== 'postfix' || event.program === null) return;
    // "message repeated 3 times: [ … ]" is a line without a queue id to it.
    if (event.repeat > 1) return;
    const { text } = event;
    const command = commandOf(event.program);
    if (command === null) {
      if (event.kind === 'arrival' || event.kind === 'delivery' || event.kind === 'reject')
        this.#otherInstances++;
      return;
    }
    const id = firstWord(text);
    if (id === '' || NO_MAIL.has(id)) return;
    if (command === 'cleanup' && this.#headerCheck(text)) return;
    const verdict = VERDICTS.get(id);
    if (verdict !== undefined) this.totals[verdict]++;
    else if (command === 'smtpd' || command === 'postscreen') this.#server(event, id);
    else if (command !== 'master') this.#other(command, text, id);
  }

  view(snapshot: Snapshot): CompareView {
    const notes = mixedNote(snapshot, 'postfix');
    if (this.#otherInstances > 0)
      notes.push(
        `${this.#otherInstances} lines of other instances (a tag other than postfix/) are ours only: pflogsumm needs --syslog-name`,
      );
    if (this.#otherServices > 0)
      notes.push(
        `${this.#otherServices} mails and refusals of services with a name of their own (postfix/submissions/smtpd, postfix/10025/smtpd) are ours only`,
      );
    if (this.#forged > 0)
      notes.push(`${this.#forged} of its mails and refusals are words of a client inside of another line`);
    if (this.#sizes.forgotten + this.senders.leftOut + this.recipients.leftOut > 0)
      notes.push(
        'more than a million ids or addresses: their bytes, senders and recipients are near, not exact',
      );
    return {
      with: 'pflogsumm',
      rules: 'pflogsumm 1.1.5',
      notes,
      rows: compareRows(pflogsummFigures(this), snapshot.messages),
    };
  }

  /** 3F2A91C0D4: milter-reject: END-OF-MESSAGE from unknown[192.0.2.1]: 4.7.1 … */
  #headerCheck(text: string): boolean {
    const match = HEADER_CHECK.exec(text);
    const verdict = match === null ? undefined : CHECKS.get(match[1] ?? '');
    if (verdict === undefined) return false;
    this.totals[verdict]++;
    return true;
  }

  /**
   * 3F2A91C0D4: client=mail.example.net[192.0.2.1], or NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 554 …
   * It looks for that anywhere in the line, so that a client may write it into a name or password.
   */
  #server({ text, pid }: MailEvent, id: string): void {
    const line = pid === null ? text : `[${pid}]: ${text}`;
    const client = text.includes('client=') ? CLIENT.exec(line) : null;
    const found = client ?? VERDICT.exec(line);
    if (found === null) return;
    if (found.index > 0) this.#forged++;
    const verdict = client === null ? VERDICTS.get(found[1] ?? '') : undefined;
    if (verdict !== undefined) this.totals[verdict]++;
    if (client === null) return;
    this.totals.received++;
    const domain = clientDomain(client[1] ?? '');
    if (domain !== null) this.#waiting.set(id, keep(domain));
  }

  #other(command: string, text: string, id: string): void {
    const from = senderLine(text);
    if (from !== null) {
      this.#sender(from, id);
      return;
    }
    const to = recipientLine(text);
    if (to !== null) {
      this.#recipient(to, id);
      return;
    }
    // 3F2A91C0D4: uid=1000 from=<alice>
    if (command === 'pickup' && (text.includes(': uid=') || text.includes(': sender='))) {
      this.totals.received++;
      this.#waiting.set(id, PICKUP);
    } else if (command.endsWith('/smtpd') && SERVER_LINE.test(text)) {
      this.#otherServices++;
    }
  }

  #sender({ sender, size }: SenderLine, id: string): void {
    if (this.#sizes.get(id)) return;
    this.#sizes.set(id, size);
    const origin = this.#waiting.get(id);
    // What was neither received nor handed in is a forward or a notice.
    if (origin === undefined) return;
    this.#waiting.delete(id);
    this.totals.bytesReceived += size;
    const address = sender === '' ? 'from=<>' : lowerDomain(sender);
    const at = address.indexOf('@');
    const domain = at > 0 && at + 1 < address.length ? address.substring(at + 1) : null;
    this.sendingDomains.add(domain ?? (origin === PICKUP ? address : origin));
    this.senders.add(address);
  }

  #recipient({ recipient, status, forwarded }: RecipientLine, id: string): void {
    const { totals } = this;
    if (status === 'deferred') {
      totals.deferrals++;
      if (this.#deferred.add(id)) totals.deferred++;
    } else if (status === 'bounced') {
      totals.bounced++;
    } else if (status === 'sent' && forwarded) {
      totals.forwarded++;
    } else if (status === 'sent') {
      totals.delivered++;
      totals.bytesDelivered += this.#sizes.get(id) ?? 0;
      const address = lowerDomain(recipient);
      const at = address.indexOf('@');
      this.recipients.add(address);
      this.recipientDomains.add(at > 0 ? address.substring(at + 1) : address);
    }
  }
}

type Verdict = 'rejected' | 'warned' | 'held' | 'discarded';

/** As the first word of a line (old Postfix) or behind the queue id of a server's line. */
const VERDICTS: ReadonlyMap<string, Verdict> = new Map([
  ['reject', 'rejected'],
  ['reject_warning', 'warned'],
  ['hold', 'held'],
  ['discard', 'discarded'],
]);
/** Of cleanup's header, body and milter checks. */
const CHECKS: ReadonlyMap<string, Verdict> = new Map([
  ['reject', 'rejected'],
  ['milter-reject', 'rejected'],
  ['warning', 'warned'],
  ['hold', 'held'],
  ['discard', 'discarded'],
]);
const NO_MAIL: ReadonlySet<string> = new Set(['warning', 'fatal', 'panic']);
const HEADER_CHECK = /\b((?:milter-)?reject|warning|hold|discard): (?:header|body|END-OF-MESSAGE) /;
const SERVER_LINE = /^\w+: (?:client=|reject: )/;
const CLIENT = /\[\d+\]: \w+: client=([^,]+)/;
const VERDICT = /\[\d+\]: \w+: (reject(?:_warning)?|hold|discard): /;
const PICKUP = 'pickup';

/** `smtpd` of `postfix/submission/smtpd`; null for a tag that it does not take for Postfix. */
function commandOf(program: string): string | null {
  if (program === 'postfix' || program === 'postfix-script') return program;
  if (!program.startsWith('postfix/')) return null;
  const rest = program.substring('postfix/'.length);
  if (rest.startsWith('smtps/')) return rest.substring('smtps/'.length);
  return rest.startsWith('submission/') ? rest.substring('submission/'.length) : rest;
}

/** The queue id, `warning`, …: up to a colon or blank. */
function firstWord(text: string): string {
  const blank = text.indexOf(' ');
  const colon = text.indexOf(':');
  const end = blank === -1 || (colon !== -1 && colon < blank) ? colon : blank;
  return end === -1 ? text : text.substring(0, end);
}

/** `example.net` of `mail.example.net[192.0.2.1]`, the address of `unknown[192.0.2.1]`. */
function clientDomain(client: string): string | null {
  const open = client.search(/[[(/]/);
  if (open === -1) return null;
  const name = client.substring(0, open);
  const close = client.substring(open + 1).search(/[\])]/);
  const address = close === -1 ? client.substring(open + 1) : client.substring(open + 1, open + 1 + close);
  if (name === '' || name === 'unknown') return address;
  const short = /^.*\.([^.]+\.(?:[^.]{3}|[^.]{2,3}\.[^.]{2}))$/.exec(name)?.[1];
  return short === undefined ? name : short.toLowerCase();
}

function lowerDomain(address: string): string {
  const at = address.indexOf('@');
  return at === -1 ? address : address.substring(0, at) + address.substring(at).toLowerCase();
}
