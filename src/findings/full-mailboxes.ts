// Mailboxes over quota, ours before theirs. One finding a mailbox; many of one domain have one cause.
import { formatPlural, formatTimes } from '../format/number.ts';
import type { Finding, PlaceRow, Snapshot } from '../model/snapshot.ts';
import { mtasOf, runs, spanOf, sumOf, type FindingRule } from './finding-rule.ts';
import { shellWord } from './shell-word.ts';
import { shownName } from './shown-name.ts';

/** More full mailboxes than these in one domain: the domain's quota, or the quota backend, is the cause. */
const MOST_OF_ONE_DOMAIN = 5;
/** Findings of their own; the rest is one line. */
const MOST_NAMED = 5;
/** So many failures are more than a mailing list's digest. */
const MANY_FAILURES = 10;

export const ownMailboxes: FindingRule = (snapshot) => mailboxes(snapshot, 'ours');
export const remoteMailboxes: FindingRule = (snapshot) => mailboxes(snapshot, 'theirs');

function mailboxes(snapshot: Snapshot, side: PlaceRow['side']): Finding[] {
  const rows = snapshot.storage.places.filter((row) => row.kind === 'mailbox-quota' && row.side === side);
  const groups: (readonly PlaceRow[])[] = [];
  for (const domain of byDomain(rows)) {
    if (domain.length > MOST_OF_ONE_DOMAIN) groups.push(domain);
    else groups.push(...domain.map((row) => [row]));
  }
  groups.sort((a, b) => waitingOf(b) - waitingOf(a) || sumOf(b) - sumOf(a));
  const rest = groups.slice(MOST_NAMED).flat();
  const findings = groups.slice(0, MOST_NAMED).map((group) => finding(snapshot, side, group, nameOf(group)));
  if (rest.length > 0)
    findings.push(
      finding(snapshot, side, rest, `${formatPlural(rest.length, 'more mailbox', 'more mailboxes')}`),
    );
  return findings;
}

function byDomain(rows: readonly PlaceRow[]): PlaceRow[][] {
  const domains = new Map<string, PlaceRow[]>();
  for (const row of rows) {
    const domain = domainOf(row.place);
    const group = domains.get(domain);
    if (group === undefined) domains.set(domain, [row]);
    else group.push(row);
  }
  return [...domains.values()];
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function nameOf(group: readonly PlaceRow[]): string {
  const [first] = group;
  if (first === undefined) return '';
  return shownName(
    group.length === 1 ? first.place : `${group.length} mailboxes of ${domainOf(first.place)}`,
  );
}

function waitingOf(group: readonly PlaceRow[]): number {
  return group.reduce((sum, row) => sum + row.waiting, 0);
}

function finding(
  snapshot: Snapshot,
  side: PlaceRow['side'],
  group: readonly PlaceRow[],
  name: string,
): Finding {
  const count = sumOf(group);
  const waiting = waitingOf(group);
  const messages = group.reduce((sum, row) => sum + row.messages, 0);
  const isUrgent = side === 'ours' && (waiting > 0 || count > MANY_FAILURES || isOneCause(group));
  const [first] = group;
  const mailbox = group.length === 1 && first !== undefined ? first.place : null;
  return {
    id: `${side === 'ours' ? 'own' : 'remote'}-mailbox:${name}`,
    area: 'storage',
    severity: isUrgent ? 'warning' : 'notice',
    title: `${name} full${waiting > 0 ? `, ${formatPlural(waiting, 'message')} waiting` : `: refused ${formatTimes(count)}`}`,
    evidence: `${formatPlural(count, 'failure')}${messages > 0 ? ` for ${formatPlural(messages, 'message')}` : ''}`,
    ...spanOf(group),
    count,
    hint: side === 'ours' ? ownHint(snapshot, group, mailbox) : remoteHint(mailbox),
    query: 'mailtop events --reason storage-mailbox-full',
  };
}

function isOneCause(group: readonly PlaceRow[]): boolean {
  return group.length > MOST_OF_ONE_DOMAIN && new Set(group.map(({ place }) => domainOf(place))).size === 1;
}

function ownHint(snapshot: Snapshot, group: readonly PlaceRow[], mailbox: string | null): Finding['hint'] {
  const steps: string[] = [];
  const user = mailbox === null ? null : shellWord(mailbox);
  const mtas = mtasOf(group);
  const isDovecots = runs(snapshot, 'dovecot');
  if (isDovecots) {
    steps.push(user === null ? 'doveadm -f table quota get -A' : `doveadm quota get -u ${user}`);
    if (user !== null) steps.push(`doveadm search -u ${user} mailbox '*' larger 20M`);
  }
  if (mtas.includes('postfix') && !isDovecots) {
    steps.push(
      'postconf mailbox_size_limit virtual_mailbox_limit ("File too large" means these, not the disk)',
    );
  }
  if (mtas.includes('exim')) steps.push('exim -bP transports | grep -i quota');
  steps.push('tell the owner, or raise the quota');
  if (isDovecots) steps.push('with quota_full_tempfail=yes Dovecot lets mail wait instead of bouncing');
  return {
    owner: mailbox === null ? 'admin' : 'recipient',
    summary: isOneCause(group)
      ? 'Many mailboxes at once: a quota of the domain, or the quota backend, is the likely cause.'
      : `Only ${mailbox === null ? 'these mailboxes are' : 'this mailbox is'} affected. What was refused for now is tried again, the rest went back to the sender.`,
    steps,
  };
}

function remoteHint(mailbox: string | null): Finding['hint'] {
  return {
    owner: 'recipient',
    summary: 'Their mailbox, not ours: nothing to repair here. What was refused for now waits in our queue.',
    steps: [
      mailbox === null
        ? 'mailtop events --reason storage-mailbox-full --status deferred (who waits)'
        : 'tell the sender to reach the recipient another way',
      'do not flush the queue again and again: each attempt is one more refusal',
    ],
  };
}
