// Mail that waits because something is full: deferred for that reason, neither delivered nor given up.
import type { Message } from '../model/message.ts';
import type { PlaceRow } from '../model/snapshot.ts';

interface Waiting {
  messages: number;
  bytes: number | null;
}

/** What waits for each place, out of the mails that are open. */
export class WaitingMail {
  readonly #byPlace = new Map<string, Waiting>();

  add(mail: Message): void {
    if (mail.ended !== null) return;
    const places = new Set<string>();
    for (const recipient of mail.recipients) {
      if (recipient.outcome !== 'deferred') continue;
      if (recipient.reason === 'storage-mailbox-full') places.add(mailbox(recipient.address));
      else if (recipient.reason === 'storage-system-full') places.add((recipient.relay ?? '').toLowerCase());
    }
    for (const place of places) this.#add(place, mail.size);
  }

  of(place: PlaceRow): { messages: number; bytes: number | null } {
    return this.#byPlace.get(place.place) ?? NOTHING;
  }

  #add(place: string, size: number | null): void {
    const waiting = this.#byPlace.get(place);
    if (waiting === undefined) this.#byPlace.set(place, { messages: 1, bytes: size });
    else {
      waiting.messages++;
      // A sum with an unknown part is unknown.
      waiting.bytes = waiting.bytes === null || size === null ? null : waiting.bytes + size;
    }
  }
}

const NOTHING: Waiting = { messages: 0, bytes: 0 };

/** As `storagePlace` names it: domains have no case. */
function mailbox(address: string): string {
  const at = address.lastIndexOf('@');
  return at === -1 ? address : address.slice(0, at) + address.slice(at).toLowerCase();
}
