// `--fail-on`: a severity, a finding's id, or a comparison with a field of the JSON report.
import { UsageError } from '../model/errors.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { CommandLine } from './parse.ts';

export interface FailCondition {
  readonly text: string;
  readonly holds: (snapshot: Snapshot) => boolean;
}

const SEVERITIES = ['critical', 'warning', 'notice'];

/** `critical`, `warning`, `own-disk-full`, `storage.transient > 100`. Throws UsageError. */
export function failOn(line: CommandLine): FailCondition[] {
  return (line.values.get('fail-on') ?? []).map((text) => ({ text, holds: conditionOf(text.trim()) }));
}

function conditionOf(text: string): (snapshot: Snapshot) => boolean {
  const severity = SEVERITIES.indexOf(text);
  if (severity !== -1) {
    const enough = SEVERITIES.slice(0, severity + 1);
    return ({ findings }) => findings.some((finding) => enough.includes(finding.severity));
  }
  const comparison = /^([\w.-]+)\s*(>=|<=|>|<|==|=)\s*(\d+(?:\.\d+)?)$/.exec(text);
  if (comparison !== null) {
    const [, path = '', sign = '', number = ''] = comparison;
    return (snapshot) => compare(fieldOf(snapshot, path), sign, Number(number));
  }
  if (/^[\w.@:-]+$/.test(text)) return ({ findings }) => findings.some(({ id }) => id === text);
  throw new UsageError(
    `--fail-on ${text}: not a condition`,
    "like critical, warning, a finding's id, or 'storage.transient > 100'",
  );
}

function fieldOf(snapshot: Snapshot, path: string): number {
  let value: unknown = snapshot;
  for (const name of path.split('.')) {
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  }
  if (typeof value === 'number') return value;
  throw new UsageError(
    `--fail-on ${path}: no number of that name in the report`,
    'mailtop report --format json shows the names',
  );
}

function compare(value: number, sign: string, number: number): boolean {
  switch (sign) {
    case '>':
      return value > number;
    case '>=':
      return value >= number;
    case '<':
      return value < number;
    case '<=':
      return value <= number;
    default:
      return value === number;
  }
}
