// `--fail-on`: a severity, a finding's id, or a comparison with a field of the JSON report.
import { FINDING_IDS } from '../findings/finding-ids.ts';
import { nearest } from '../format/nearest.ts';
import { UsageError } from '../model/errors.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { CommandLine } from './parse.ts';

export interface FailCondition {
  readonly text: string;
  readonly holds: (snapshot: Snapshot) => boolean;
}

const SEVERITIES = ['critical', 'warning', 'notice'];

/**
 * `critical`, `warning` (or worse), `own-disk` (of any host), `own-disk:mx1`, `storage.transient > 100`.
 * @param empty the snapshot of a run that has read nothing: a condition that can never hold must not pass in silence
 *   at the end of a long run, so names are looked up in it at once.
 * Throws UsageError.
 */
export function failOn(line: CommandLine, empty: Snapshot): FailCondition[] {
  return (line.values.get('fail-on') ?? []).map((text) => ({ text, holds: conditionOf(text.trim(), empty) }));
}

function conditionOf(text: string, empty: Snapshot): (snapshot: Snapshot) => boolean {
  const severity = SEVERITIES.indexOf(text);
  if (severity !== -1) {
    const enough = SEVERITIES.slice(0, severity + 1);
    return ({ findings }) => findings.some((finding) => enough.includes(finding.severity));
  }
  const comparison = /^([\w.-]+)\s*(>=|<=|>|<|==|=)\s*(\d+(?:\.\d+)?)$/.exec(text);
  if (comparison !== null) {
    const [, path = '', sign = '', number = ''] = comparison;
    fieldOf(empty, path);
    return (snapshot) => compare(fieldOf(snapshot, path), sign, Number(number));
  }
  if (!/^[a-z-]+(?::.*)?$/.test(text)) {
    throw new UsageError(
      `--fail-on ${text}: not a condition`,
      "like critical, warning, a finding's id (own-disk), or 'storage.transient > 100'",
    );
  }
  checkFinding(text);
  // `own-disk`, `own-disk:mx1`, `own-disk:mx1 queue`: all of the id, or all to the end of a part.
  return ({ findings }) =>
    findings.some(({ id }) => id === text || id.startsWith(`${text}:`) || id.startsWith(`${text} `));
}

function checkFinding(id: string): void {
  const kind = id.replace(/:.*/, '');
  const known: readonly string[] = [...SEVERITIES, ...FINDING_IDS];
  if (known.includes(kind)) return;
  const close = nearest(kind, known);
  throw new UsageError(
    `--fail-on ${id}: neither a severity nor the id of a finding`,
    close === null
      ? `severities: ${SEVERITIES.join(', ')}; findings: ${FINDING_IDS.join(', ')}`
      : `did you mean ${close}?`,
  );
}

/**
 * What does not occur in a table of counts has the count 0; null where the report has null (no delay is known).
 * Throws UsageError when the report has no number there.
 */
function fieldOf(snapshot: Snapshot, path: string): number | null {
  const names = path.split('.');
  let value: unknown = snapshot;
  for (const [depth, name] of names.entries()) {
    if (value === null) return null;
    const isTable = TABLES_OF_COUNTS.includes(names.slice(0, depth).join('.'));
    if (typeof value !== 'object' || !(isTable || Object.hasOwn(value, name)))
      throw noNumber(path, value, name);
    value = (value as Record<string, unknown>)[name] ?? (isTable ? 0 : null);
  }
  if (value === null || typeof value === 'number') return value;
  throw noNumber(path, value, '');
}

/** Their keys are what occurred. */
const TABLES_OF_COUNTS: readonly string[] = ['input.by_mta', 'replies.implied.by_code'];

function noNumber(path: string, value: unknown, name: string): UsageError {
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const close = nearest(name, names);
  const begin = path.slice(0, path.length - name.length);
  return new UsageError(
    `--fail-on ${path}: no number of that name in the report`,
    close !== null && path.endsWith(name)
      ? `did you mean ${begin}${close}?`
      : 'mailtop report --format json shows the names',
  );
}

function compare(value: number | null, sign: string, number: number): boolean {
  if (value === null) return false;
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
