// The mail system's own trouble: fatal, panic, failing tables and services.
import { clean } from '../format/clean.ts';
import { formatPlural, formatTimes } from '../format/number.ts';
import type { Finding, SystemErrorRow } from '../model/snapshot.ts';
import { spanOf, sumOf, type FindingRule } from './finding-rule.ts';
import { shownName } from './shown-name.ts';

const MOST_NAMED = 3;

export const systemErrors: FindingRule = ({ system }) => {
  const stopping = system.errors.filter(isStopping);
  const rest = [...stopping.slice(MOST_NAMED), ...system.errors.filter((row) => !isStopping(row))];
  return [...stopping.slice(0, MOST_NAMED).map(stopped), ...(rest.length > 0 ? [others(rest)] : [])];
};

/** A process ended, or something that cannot be happened. */
function isStopping({ severity }: SystemErrorRow): boolean {
  return severity === 'fatal' || severity === 'panic';
}

function stopped(row: SystemErrorRow, index: number): Finding {
  const program = shownName(row.program ?? row.mta);
  return {
    id: `system-error:${program}:${index + 1}`,
    area: 'system',
    severity: 'warning',
    title: `${program} stopped with a ${row.severity} error, ${formatTimes(row.count)}`,
    evidence: clean(row.example),
    from: row.first,
    to: row.last,
    count: row.count,
    hint: {
      owner: 'admin',
      summary: 'The program says itself what is wrong: a table, a file, a service or the configuration.',
      steps: CHECKS[row.mta] ?? ['read the line, then the lines before it'],
    },
    query: 'mailtop events --kind error',
  };
}

function others(rows: readonly SystemErrorRow[]): Finding {
  const count = sumOf(rows);
  const [first] = rows;
  return {
    id: 'system-error',
    area: 'system',
    severity: 'notice',
    title: `${formatPlural(count, 'error')} of the mail system itself, of ${formatPlural(rows.length, 'kind')}`,
    evidence: clean(first?.example ?? ''),
    ...spanOf(rows),
    count,
    hint: {
      owner: 'admin',
      summary: 'Tables, services or files that did not work when they were needed.',
      steps: first === undefined ? [] : (CHECKS[first.mta] ?? []),
    },
    query: 'mailtop events --kind error',
  };
}

const CHECKS: Partial<Record<SystemErrorRow['mta'], string[]>> = {
  postfix: ['postfix check', 'postconf -n; postmap -q KEY TABLE for a table that the line names'],
  exim: ['exim -bV', 'tail /var/log/exim4/paniclog (Debian; elsewhere /var/log/exim/panic.log)'],
  dovecot: ['doveconf -n', 'doveadm log errors'],
};
