// The open messages of every mail system in the logs. Two hosts, and two instances on one host, may use the same id.
import type { MailEvent } from '../model/event.ts';
import type { OpenMessage, Scope } from './open-message.ts';

export class Scopes {
  /** By host, then by instance. */
  readonly #hosts = new Map<string | null, Map<string, Scope>>();
  #lastHost: string | null = null;
  #lastProgram: string | null = null;
  #last: Scope | null = null;

  of({ host, program }: MailEvent): Scope {
    if (this.#last !== null && host === this.#lastHost && program === this.#lastProgram) return this.#last;
    let instances = this.#hosts.get(host);
    if (instances === undefined) this.#hosts.set(host, (instances = new Map()));
    const instance = instanceOf(program ?? '');
    let scope = instances.get(instance);
    if (scope === undefined) instances.set(instance, (scope = new Map()));
    this.#lastHost = host;
    this.#lastProgram = program;
    this.#last = scope;
    return scope;
  }

  /** The message with this id in the instance of `message`, or in another one of its host. */
  find({ scope, host }: OpenMessage, queueId: string): OpenMessage | undefined {
    const near = scope.get(queueId);
    if (near !== undefined) return near;
    for (const other of this.#hosts.get(host)?.values() ?? []) {
      const found = other.get(queueId);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  *all(): Generator<Scope> {
    for (const instances of this.#hosts.values()) yield* instances.values();
  }
}

/** Services of one instance share the first part of their tags. */
function instanceOf(program: string): string {
  const slash = program.indexOf('/');
  return slash === -1 ? program : program.substring(0, slash);
}
