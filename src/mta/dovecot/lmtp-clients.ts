// Who delivers over LMTP, learned from "lmtp(4300): Connect from 192.0.2.25": our own MTAs, so there are few.
import { keep } from '../../model/keep.ts';

export class LmtpClients {
  readonly #addresses = new Set<string>();

  add(address: string): void {
    if (!this.#addresses.has(address) && this.#addresses.size < MOST_CLIENTS)
      this.#addresses.add(keep(address));
  }

  has(address: string | null): boolean {
    return address !== null && this.#addresses.has(address);
  }
}

const MOST_CLIENTS = 1000;
