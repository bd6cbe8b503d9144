// What happened and what to do, from the counts of a snapshot. To add a finding: a file here, a line in RULES.
import type { Finding, Snapshot } from '../model/snapshot.ts';
import { besiegedAccounts } from './besieged-accounts.ts';
import { SEVERITIES, type FindingRule } from './finding-rule.ts';
import { ownMailboxes, remoteMailboxes } from './full-mailboxes.ts';
import { hopelessLogins } from './hopeless-logins.ts';
import { notUnderstood } from './not-understood.ts';
import { ownDisk } from './own-disk.ts';
import { greylisting, rateLimits } from './pace.ts';
import { passwordGuessing } from './password-guessing.ts';
import { relayLogin } from './relay-login.ts';
import { remoteDisk } from './remote-disk.ts';
import { reputation } from './reputation.ts';
import { resourcePressure } from './resource-pressure.ts';
import { sizeLimits } from './size-limits.ts';
import { systemErrors } from './system-errors.ts';
import { infrastructure, tls } from './transport-trouble.ts';
import { verifierOutage } from './verifier-outage.ts';

/** Among findings of one severity this is their order: what is ours before what is theirs, space before the rest. */
const RULES: readonly FindingRule[] = [
  ownDisk,
  resourcePressure,
  verifierOutage,
  passwordGuessing,
  besiegedAccounts,
  relayLogin,
  ownMailboxes,
  systemErrors,
  reputation,
  remoteDisk,
  rateLimits,
  tls,
  infrastructure,
  remoteMailboxes,
  sizeLimits,
  greylisting,
  hopelessLogins,
  notUnderstood,
];

/** Most urgent first. The same snapshot gives the same findings. */
export function findFindings(snapshot: Snapshot): Finding[] {
  const findings = RULES.flatMap((rule) => rule(snapshot));
  return SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
