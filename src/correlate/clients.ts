// Which mails each server process is taking in right now. A client that leaves before its mail is queued cancelled it.
import type { MailEvent } from '../model/event.ts';
import type { OpenMessage } from './open-message.ts';

/** Processes remembered at most on one host. */
const MOST_PROCESSES = 20_000;
/** Mails of one connection that the queue manager has not named yet. */
const MOST_BEGUN = 100;

/** What a rule decides for a mail before it has an id. */
export type Decision = 'hold' | 'discard';

interface Process {
  /** Begun and, as far as the log goes, not queued. */
  begun: OpenMessage[];
  /** All that were begun in this connection. */
  mails: number;
  decision: Decision | null;
}

export class Clients {
  readonly #hosts = new Map<string, Map<number, Process>>();
  #lastHost: string | null = null;
  #lastProcesses: Map<number, Process> = this.#processesOf('');

  /** "NOQUEUE: hold: RCPT from …": it is about the mail that this process will take in next. */
  decide(event: MailEvent, decision: Decision): void {
    this.#process(event).decision = decision;
  }

  /** The process has begun to take in `message`. Gives what was decided for it. */
  begin(event: MailEvent, message: OpenMessage): Decision | null {
    const process = this.#process(event);
    const { decision } = process;
    process.decision = null;
    process.mails++;
    if (process.begun.length > 0) process.begun = process.begun.filter((mail) => !mail.queued);
    if (process.begun.length < MOST_BEGUN) process.begun.push(message);
    return decision;
  }

  /** The connection is over, or another one begins: gives the mails that were cancelled. */
  leave(event: MailEvent): readonly OpenMessage[] {
    const processes = this.#processes(event.host);
    const process = processes.size === 0 ? undefined : processes.get(event.pid ?? 0);
    if (process === undefined) return NONE;
    processes.delete(event.pid ?? 0);
    const { begun, mails } = process;
    if (begun.length === 0) return NONE;
    // "disconnect from … mail=2 rcpt=2 data=2 …": both were taken, however long the queue manager waits to name them.
    // Of the others the first are the cancelled ones: the queue manager is behind with the last.
    return begun.filter((mail) => !mail.queued).slice(0, Math.max(0, mails - accepted(event)));
  }

  #process(event: MailEvent): Process {
    const processes = this.#processes(event.host);
    const pid = event.pid ?? 0;
    const known = processes.get(pid);
    if (known !== undefined) return known;
    if (processes.size >= MOST_PROCESSES) processes.clear();
    const process: Process = { begun: [], mails: 0, decision: null };
    processes.set(pid, process);
    return process;
  }

  #processes(host: string | null): Map<number, Process> {
    if (host === this.#lastHost) return this.#lastProcesses;
    this.#lastHost = host;
    this.#lastProcesses = this.#processesOf(host ?? '');
    return this.#lastProcesses;
  }

  #processesOf(host: string): Map<number, Process> {
    const known = this.#hosts.get(host);
    if (known !== undefined) return known;
    const processes = new Map<number, Process>();
    this.#hosts.set(host, processes);
    return processes;
  }
}

const NONE: readonly OpenMessage[] = [];

/** Mails that the server said yes to, as the disconnect line counts them. BDAT counts chunks: as good as none. */
function accepted({ kind, counters }: MailEvent): number {
  return kind === 'disconnect' ? (counters?.get('data')?.[0] ?? 0) : 0;
}
