// The grand totals of eximstats 1.61 (Exim 4.96), counted as it counts: by what stands in fixed columns of the line.
import type { MailEvent } from '../model/event.ts';
import type { CompareView } from '../model/compare.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { BoundedMap, DistinctCount } from './bounded.ts';
import { compareRows, mixedNote, type Comparison } from './comparison.ts';
import { isTemporary, rejectedAddress } from './exim-rejection.ts';
import { eximstatsFigures } from './eximstats-figures.ts';

export interface EximstatsTotals {
  received: number;
  bytesReceived: number;
  delayed: number;
  failed: number;
  /** `=>` lines. */
  delivered: number;
  bytesDelivered: number;
  /** `=>` and `->` lines. */
  addresses: number;
  rejected: number;
  temporary: number;
}

interface Mail {
  size: number;
  delayed: boolean;
  failed: boolean;
}

export class Eximstats implements Comparison {
  readonly totals: EximstatsTotals = {
    received: 0,
    bytesReceived: 0,
    delayed: 0,
    failed: 0,
    delivered: 0,
    bytesDelivered: 0,
    addresses: 0,
    rejected: 0,
    temporary: 0,
  };
  readonly receivedHosts: DistinctCount = new DistinctCount();
  readonly deliveredHosts: DistinctCount = new DistinctCount();
  readonly rejectedHosts: DistinctCount = new DistinctCount();
  readonly temporaryHosts: DistinctCount = new DistinctCount();
  readonly #mails = new BoundedMap<Mail>();
  #longIds = 0;
  #syslog = 0;

  add(event: MailEvent): void {
    if (event.mta !== 'exim' || event.repeat > 1 || event.program === null || !isTag(event.program)) return;
    const { text } = event;
    if (event.host !== null) this.#syslog++;
    if (text.length < SHORTEST) return;
    if (event.queueId !== null && event.queueId.length > ID_LENGTH) this.#longIds++;
    const flag = text.substring(ID_LENGTH + 1, ID_LENGTH + 3);
    if (!isFlag(flag) && REFUSAL.test(text)) {
      this.#refusal(text);
      return;
    }
    const id = text.substring(0, ID_LENGTH);
    const rest = text.substring(ID_LENGTH + 4);
    if (flag === '<=') this.#arrival(id, rest);
    else if (flag === '=>') this.#delivery(id, rest);
    else if (flag === '->') this.totals.addresses++;
    else if (flag === '==') this.#delayed(id);
    else if (flag === '**') this.#failed(id);
    else if (flag === 'Co') this.#mails.delete(id);
    // A column that happens to hold the letters of a flag is taken for one.
    else if (flag === 'Re') this.#reject(rest);
  }

  view(snapshot: Snapshot): CompareView {
    const notes = mixedNote(snapshot, 'exim');
    if (this.#longIds > 0)
      notes.push(
        `${this.#longIds} lines have the 23-character ids of Exim 4.97 and later: eximstats before 4.97 looks for the flag 7 columns too early and counts none of their mails`,
      );
    if (this.#syslog > 0)
      notes.push(
        `${this.#syslog} lines came through syslog: eximstats reads them only where Exim wrote its own stamp too (syslog_timestamp)`,
      );
    if (snapshot.input.files.length > 1)
      notes.push('give eximstats the main log alone: it counts what a reject log repeats once more');
    if (this.#mails.forgotten + this.receivedHosts.leftOut > 0)
      notes.push('more than a million mails or hosts at once: the numbers are near, not exact');
    return {
      with: 'eximstats',
      rules: 'eximstats 1.61 (Exim 4.96)',
      notes,
      rows: compareRows(eximstatsFigures(this), snapshot.messages),
    };
  }

  /** 1xSk8e-0000WN-00 <= alice@example.net H=mail.example.net [192.0.2.1] P=esmtp S=17443 */
  #arrival(id: string, rest: string): void {
    const size = Number(SIZE.exec(rest)?.[1] ?? 0);
    const mail = this.#mails.get(id);
    if (mail === undefined) this.#mails.set(id, { size, delayed: false, failed: false });
    else mail.size = size;
    this.totals.received++;
    this.totals.bytesReceived += size;
    this.receivedHosts.add(hostOf(rest));
  }

  /** 1xSk8e-0000WN-00 => bob@example.org R=dnslookup T=remote_smtp H=mx.example.org [192.0.2.7] */
  #delivery(id: string, rest: string): void {
    const { totals } = this;
    totals.delivered++;
    totals.addresses++;
    totals.bytesDelivered += this.#mails.get(id)?.size ?? 0;
    this.deliveredHosts.add(hostOf(rest));
    // Discarded by a filter or an ACL: a delivery, and a rejection as well.
    if (!TRANSPORT.test(rest)) this.#reject(rest);
  }

  #delayed(id: string): void {
    const mail = this.#mails.get(id);
    if (mail === undefined || mail.delayed) return;
    mail.delayed = true;
    this.totals.delayed++;
  }

  #failed(id: string): void {
    const mail = this.#mails.get(id);
    if (mail === undefined || mail.failed) return;
    mail.failed = true;
    this.totals.failed++;
  }

  /** A line with "rejected", "refused" or "dropped" anywhere, with an id in front or without. */
  #refusal(text: string): void {
    const hasId = ID.test(text.substring(0, ID_LENGTH));
    this.#reject(hasId ? text.substring(ID_LENGTH + 1) : text);
  }

  #reject(rest: string): void {
    const temporary = isTemporary(rest);
    this.totals[temporary ? 'temporary' : 'rejected']++;
    (temporary ? this.temporaryHosts : this.rejectedHosts).add(rejectedAddress(rest));
  }
}

const ID_LENGTH = 16;
/** Shorter lines are skipped: 38 bytes with stamp and newline. */
const SHORTEST = 17;
const ID = /^[-0-9a-zA-Z]+$/;
const REFUSAL = /rejected|refused|dropped/;
const SIZE = /\sS=(\d+)(?: |$)/;
const TRANSPORT = /\sT=\S/;
const HOST = /\bH=(\S+)/;

/** It finds "exim" as a word in front of a syslog line's text; Debian's "exim4" is none. */
function isTag(program: string): boolean {
  return /\bexim\b/.test(program);
}

function isFlag(flag: string): boolean {
  return flag === 'SA' || /^[<>=*-]+$/.test(flag);
}

/** Without `H=`, or with the greeting alone in it, that is what it calls the host. */
function hostOf(rest: string): string {
  return HOST.exec(rest)?.[1] ?? 'local';
}
