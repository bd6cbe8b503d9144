// How much room our servers had, where a line prints it ("not enough free space in mail queue: 45056000 bytes < …").
import type { MailEvent } from '../model/event.ts';
import { keep } from '../model/keep.ts';
import type { StorageView } from '../model/snapshot.ts';
import type { Aggregate } from './aggregate.ts';
import { byText } from './heaviest.ts';
import { HOUR } from './hourly.ts';
import { isoTime } from './span.ts';

interface Reading {
  time: number | null;
  host: string | null;
  freeBytes: number;
  neededBytes: number | null;
}

/** Hours with a reading, over all hosts: two hosts for three months. The newest stay. */
const MOST_READINGS = 4000;

/** The lowest reading of every hour and host. */
export class FreeSpace implements Aggregate<StorageView['free_space']> {
  readonly readings: Map<string, Reading> = new Map();

  add(event: MailEvent): void {
    if (event.freeBytes === null) return;
    const host = event.host === null ? null : keep(event.host);
    this.#take({ time: event.time, host, freeBytes: event.freeBytes, neededBytes: event.neededBytes });
  }

  merge(later: FreeSpace): void {
    for (const reading of later.readings.values()) this.#take({ ...reading });
  }

  view(): StorageView['free_space'] {
    return this.#inOrder()
      .slice(-MOST_READINGS)
      .map(({ time, host, freeBytes, neededBytes }) => ({
        time: isoTime(time),
        host,
        free_bytes: freeBytes,
        needed_bytes: neededBytes,
      }));
  }

  #take(reading: Reading): void {
    const hour = reading.time === null ? '-' : Math.floor(reading.time / HOUR);
    const key = keep(`${hour} ${reading.host ?? '-'}`);
    const known = this.readings.get(key);
    if (known !== undefined && known.freeBytes <= reading.freeBytes) return;
    this.readings.set(key, reading);
    if (this.readings.size > MOST_READINGS * 2) this.#thin();
  }

  #thin(): void {
    const newest = new Set(this.#inOrder().slice(-MOST_READINGS));
    for (const [key, reading] of this.readings) if (!newest.has(reading)) this.readings.delete(key);
  }

  #inOrder(): Reading[] {
    return [...this.readings.values()].sort(
      (a, b) => (a.time ?? 0) - (b.time ?? 0) || byText(a.host ?? '', b.host ?? ''),
    );
  }
}
