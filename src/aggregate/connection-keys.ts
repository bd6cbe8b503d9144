// What tells connections apart: the process that serves one at a time, or the name that its lines give it. A number
// where it can be one: half of a log's lines look their connection up.
import type { MailEvent } from '../model/event.ts';

export type ConnectionKey = number | string;

/** Linux gives no pid of 2^22 or more. */
const PIDS = 2 ** 22;

export class ConnectionKeys {
  /** Host and program, by their number. */
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();
  #host: string | null = null;
  #program: string | null = null;
  #number = -1;

  /** Null: nothing on the line tells. */
  of({ session, host, program, pid }: MailEvent): ConnectionKey | null {
    if (session !== null) return `${host ?? ''} ${session}`;
    if (pid === null) return null;
    if (this.#number === -1 || host !== this.#host || program !== this.#program) {
      this.#host = host;
      this.#program = program;
      this.#number = this.#numberOf(`${host ?? ''} ${program ?? ''}`);
    }
    return this.#number * PIDS + (pid % PIDS);
  }

  /** Our key for a key of other lines, whose numbers stand for `names`. */
  adopt(key: ConnectionKey, names: readonly string[]): ConnectionKey {
    if (typeof key === 'string') return key;
    return this.#numberOf(names[Math.floor(key / PIDS)] ?? '') * PIDS + (key % PIDS);
  }

  #numberOf(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.#numbers.set(name, number);
    }
    return number;
  }
}
