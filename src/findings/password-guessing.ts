// Addresses that guess passwords. What came of nothing and does not stand out is in `hopeless-logins.ts`.
import { formatDuration } from '../format/duration.ts';
import { formatCount, formatPlural, formatTimes } from '../format/number.ts';
import type { ClientRow, Finding, Snapshot } from '../model/snapshot.ts';
import { runs, type FindingRule } from './finding-rule.ts';
import { guessingKind, isQuick, secondsOf, type GuessingKind } from './guessing-clients.ts';
import { shellWord } from './shell-word.ts';
import { shownName } from './shown-name.ts';

/** Of each kind. */
export const MOST_NAMED = 5;
const SPRAYED_ACCOUNTS = 10;

export const passwordGuessing: FindingRule = (snapshot) => {
  const of = (kind: GuessingKind): ClientRow[] =>
    snapshot.auth.clients.filter((row) => guessingKind(row) === kind).slice(0, MOST_NAMED);
  return [
    ...of('lucky').map(gotIn),
    ...of('guessing').map((row) => guesses(snapshot, row)),
    ...of('forgetful').map(oldPassword),
  ];
};

function gotIn(row: ClientRow): Finding {
  const client = shellWord(row.client);
  const names = row.let_in.map(shownName).join(', ');
  return {
    ...common(row, 'broke-in'),
    severity: 'critical',
    title: `${shownName(row.client)} tried ${formatPlural(row.accounts, 'account')}, let in ${formatTimes(row.succeeded)}`,
    hint: {
      owner: 'admin',
      summary: `Probably a guess that worked${names === '' ? '' : `: ${names}`}. The accounts count as taken over.`,
      steps: [
        ...(row.let_in.length === 0 ? [`mailtop events --client ${client} (which account?)`] : []),
        ...row.let_in.map((account) => `set a new password for ${shownName(account)} and end its sessions`),
        ...row.let_in.map(
          (account) => `mailtop events --account ${shellWord(account)} (what was sent since)`,
        ),
        `then ban ${client} (fail2ban jails postfix-sasl, exim, dovecot)`,
      ],
    },
  };
}

function guesses(snapshot: Snapshot, row: ClientRow): Finding {
  const client = shellWord(row.client);
  const isSpray = row.accounts >= SPRAYED_ACCOUNTS;
  return {
    ...common(row, isSpray ? 'password-spray' : 'brute-force'),
    severity: 'warning',
    title: isSpray
      ? `${shownName(row.client)} tried ${formatPlural(row.accounts, 'account')}, none let in`
      : `${shownName(row.client)} guesses passwords: ${formatPlural(row.failed, 'failure')}, none let in`,
    hint: {
      owner: 'admin',
      summary: isSpray
        ? 'A few common passwords on many accounts: limits per account do not notice it.'
        : 'Many passwords on few accounts from one address.',
      steps: [
        `mailtop events --client ${client} (what it tried)`,
        `ban ${client} (fail2ban jails postfix-sasl, exim, dovecot)`,
        ...whereLoginIsOffered(snapshot),
      ],
    },
  };
}

function oldPassword(row: ClientRow): Finding {
  const account = row.let_in[0] ?? '';
  return {
    ...common(row, 'old-password'),
    severity: isQuick(row) ? 'warning' : 'notice',
    title: `${shownName(row.client)} failed ${formatTimes(row.failed)}, and got into ${shownName(account)}`,
    hint: {
      owner: 'account owner',
      summary:
        'Mostly a device that still has an old password; it may also be a guess that worked. Ask before a ban.',
      steps: [
        `mailtop events --client ${shellWord(row.client)} (did the failures come before the login?)`,
        `ask ${shownName(account)} about a phone, printer or program with an old password`,
      ],
    },
  };
}

function common(row: ClientRow, id: string): Omit<Finding, 'severity' | 'title' | 'hint'> {
  const seconds = secondsOf(row);
  // Older Postfix does not say which account was tried.
  const accounts = row.accounts === 0 ? 'accounts not named' : formatPlural(row.accounts, 'account');
  return {
    id: `${id}:${shownName(row.client)}`,
    area: 'auth',
    evidence: `1 address, ${accounts}, ${formatCount(row.failed)} failed, ${formatCount(row.succeeded)} let in, within ${formatDuration(seconds)}`,
    from: row.first,
    to: row.last,
    count: row.failed,
    query: `mailtop events --client ${shellWord(row.client)}`,
  };
}

/** Fewer places to guess at. */
function whereLoginIsOffered(snapshot: Snapshot): string[] {
  const steps: string[] = [];
  if (runs(snapshot, 'postfix')) {
    steps.push(
      'postconf smtpd_tls_auth_only smtpd_sasl_auth_enable (AUTH only under TLS, and not on port 25)',
    );
  }
  if (runs(snapshot, 'exim'))
    steps.push('exim -bP auth_advertise_hosts (AUTH only under TLS, and not on port 25)');
  if (runs(snapshot, 'dovecot'))
    steps.push('doveconf auth_allow_cleartext (before 2.4: disable_plaintext_auth)');
  return steps;
}
