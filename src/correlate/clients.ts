// Which mail each server process is taking in right now. A client that leaves before its mail is queued cancelled it.
import type { MailEvent } from '../model/event.ts';
import type { OpenMessage } from './open-message.ts';

/** Processes remembered at most on one host. */
const MOST_PROCESSES = 20_000;

/** What a rule decides for a mail before it has an id. */
export type Decision = 'hold' | 'discard';

interface Process {
  begun: OpenMessage | null;
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

  /** What was decided for the mail that begins now. */
  decisionFor(event: MailEvent): Decision | null {
    return this.#process(event).decision;
  }

  /** The process has begun to take in `message`. */
  begin(event: MailEvent, message: OpenMessage): void {
    this.#process(event).begun = message;
  }

  /** The connection is over, or the next mail begins: gives the mail that was begun and, as yet, not queued. */
  leave(event: MailEvent): OpenMessage | null {
    const processes = this.#processes(event.host);
    const process = processes.size === 0 ? undefined : processes.get(event.pid ?? 0);
    if (process === undefined) return null;
    processes.delete(event.pid ?? 0);
    const { begun } = process;
    return begun === null || begun.queued ? null : begun;
  }

  #process(event: MailEvent): Process {
    const processes = this.#processes(event.host);
    const pid = event.pid ?? 0;
    const known = processes.get(pid);
    if (known !== undefined) return known;
    if (processes.size >= MOST_PROCESSES) processes.clear();
    const process: Process = { begun: null, decision: null };
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
