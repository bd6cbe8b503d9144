import type { Snapshot } from '../model/snapshot.ts';

/** Shortens the tables of a new snapshot to `top` rows. Series over time stay whole. */
export function trim(snapshot: Snapshot, top: number): void {
  const { input, replies, auth, storage, peers, system } = snapshot;
  for (const table of [
    input.unrecognized_samples,
    input.unrecognized_programs,
    replies.codes,
    auth.mechanisms,
    auth.accounts,
    auth.clients,
    storage.places,
    peers.rows,
    system.errors,
  ]) {
    if (table.length > top) table.length = top;
  }
}
