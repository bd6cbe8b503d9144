// The set of statistics. To add one: a file here, a line in `Aggregates`, a field in `Snapshot`.
import type { MailEvent } from '../model/event.ts';
import type { Message } from '../model/message.ts';
import type { Finding, MessagesView, PlaceRow, Snapshot } from '../model/snapshot.ts';
import { Auth } from './auth.ts';
import { Implied } from './implied.ts';
import { Input } from './input.ts';
import { Messages } from './messages.ts';
import { Peers } from './peers.ts';
import { Range } from './range.ts';
import { Replies } from './replies.ts';
import { isoTime } from './span.ts';
import { Storage } from './storage.ts';
import { SystemErrors } from './system-errors.ts';
import { trim } from './trim.ts';

export interface SnapshotRequest {
  /** Rows per table. */
  readonly top: number;
  readonly version: string;
  /** Epoch milliseconds. */
  readonly generatedAt: number;
  /** Draws the conclusions. It sees at least ROWS_FOR_FINDINGS rows of every table. */
  readonly find?: (snapshot: Snapshot) => Finding[];
  /** Mails that are still open: they are in this snapshot, but not in the sums that go on. */
  readonly open?: Iterable<Message>;
  /** What waits for a place. */
  readonly waiting?: (place: PlaceRow) => { readonly messages: number; readonly bytes: number | null };
}

export const ROWS_FOR_FINDINGS = 1000;

export class Aggregates {
  readonly input: Input = new Input();
  readonly range: Range = new Range();
  readonly replies: Replies = new Replies();
  readonly implied: Implied = new Implied();
  readonly messages: Messages = new Messages();
  readonly auth: Auth = new Auth();
  readonly storage: Storage = new Storage();
  readonly peers: Peers = new Peers();
  readonly system: SystemErrors = new SystemErrors();

  /** An event whose `replyRole` is settled. */
  add(event: MailEvent): void {
    const { kind } = event;
    this.input.add(event);
    this.range.add(event);
    // Nine lines in ten concern few of the others: who cannot count the event is not asked.
    if (event.replyCode !== null) this.replies.add(event);
    if (event.impliedCode !== null) this.implied.add(event);
    if (kind === 'delivery' || kind === 'reject' || kind === 'storage') this.messages.add(event);
    this.auth.add(event);
    if (event.storage !== null || event.freeBytes !== null) this.storage.add(event);
    if (event.reason !== null) this.peers.add(event);
    this.system.add(event);
  }

  /** @param later what comes after this in time; a structured clone will do. */
  merge(later: Aggregates): void {
    this.input.merge(later.input);
    this.range.merge(later.range);
    this.replies.merge(later.replies);
    this.implied.merge(later.implied);
    this.messages.merge(later.messages);
    this.auth.merge(later.auth);
    this.storage.merge(later.storage);
    this.peers.merge(later.peers);
    this.system.merge(later.system);
  }

  snapshot(request: SnapshotRequest): Snapshot {
    const rows = Math.max(request.top, ROWS_FOR_FINDINGS);
    const storage = this.storage.view(rows);
    const { waiting } = request;
    if (waiting !== undefined) {
      for (const place of storage.places) {
        const { messages, bytes } = waiting(place);
        place.waiting = messages;
        place.waiting_bytes = bytes;
      }
    }
    const snapshot: Snapshot = {
      schema: 'mailtop-report/1',
      version: request.version,
      generated_at: isoTime(request.generatedAt) ?? '',
      range: this.range.view(),
      input: this.input.view(rows),
      replies: { ...this.replies.view(rows), implied: { by_code: this.#impliedCodes() } },
      messages: this.#messages(request.open ?? []),
      auth: this.auth.view(rows),
      storage,
      peers: this.peers.view(rows),
      system: this.system.view(rows),
      findings: [],
      compare: null,
    };
    if (request.find !== undefined) snapshot.findings = request.find(snapshot);
    trim(snapshot, request.top);
    return snapshot;
  }

  #messages(open: Iterable<Message>): MessagesView {
    const now = new Messages();
    now.merge(this.messages);
    for (const mail of open) now.addMail(mail);
    return now.view();
  }

  #impliedCodes(): Record<string, number> {
    const codes = new Map<number, number>([...this.implied.codes, [334, this.auth.challengesAtLeast()]]);
    for (const [code, count] of this.auth.implied) codes.set(code, (codes.get(code) ?? 0) + count);
    return Object.fromEntries([...codes].filter(([, count]) => count > 0));
  }
}
