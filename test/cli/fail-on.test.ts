import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { eventFilter } from '../../src/cli/event-filter.ts';
import { failOn } from '../../src/cli/fail-on.ts';
import { parseCommandLine } from '../../src/cli/parse.ts';
import { analyze } from '../../src/library.ts';
import { diskFull } from '../support/event.ts';
import { fixture } from '../support/mailtop.ts';
import { snapshotOf } from '../support/snapshot.ts';

const empty = snapshotOf([]);
/** A full queue disk: one critical finding of ours, ten 452. */
const full = snapshotOf(Array.from({ length: 10 }, () => diskFull()));

const conditions = (text: string) =>
  failOn(parseCommandLine(['report', '--fail-on', text], ['report']), empty);

describe('--fail-on', () => {
  it.each([
    ['critical', true],
    ['warning', true],
    ['notice', true],
    ['own-disk', true],
    ['own-disk:mx1', true],
    ['own-disk:mx2', false],
    ['brute-force', false],
    ['storage.failures > 9', true],
    ['storage.failures>=10', true],
    ['storage.failures = 10', true],
    ['storage.failures == 10', true],
    ['storage.failures > 10', false],
    ['storage.failures < 10', false],
    ['storage.by_kind.queue-disk > 0', true],
    ['input.by_mta.postfix > 0', true],
    ['input.by_mta.exim > 0', false],
    ['replies.implied.by_code.535 > 0', false],
    ['replies.implied.by_code.535 < 1', true],
    ['messages.delay_seconds.p90 > 5', false],
    ['findings.length > 0', true],
  ])('%s', (text, holds) => {
    const [condition] = conditions(text);
    expect(condition?.text).toBe(text);
    expect(condition?.holds(full)).toBe(holds);
    expect(condition?.holds(empty)).toBe(text.endsWith('< 1') || text.endsWith('< 10'));
  });

  it.each([
    ['crtical', /neither a severity nor the id of a finding/],
    ['own', /neither a severity nor the id of a finding/],
    ['own-dsk', /neither a severity nor the id of a finding/],
    ['storage.failuers > 3', /no number of that name/],
    ['storage > 3', /no number of that name/],
    ['findings > 3', /no number of that name/],
    ['__proto__.x > 3', /no number of that name/],
    ['input.by_mta.constructor > 3', /no number of that name/],
    ['> 3', /not a condition/],
    ['storage.failures > many', /not a condition/],
  ])('%s is refused before anything is read: it would never fail', (text, message) => {
    expect(() => conditions(text)).toThrow(message);
  });

  it('knows the id of every finding that the logs of the fixtures give', async () => {
    const logs = ['lab', 'lab/exim', 'lab/exim-all', 'demo', 'postfix', 'exim', 'dovecot', 'neighbours'];
    const snapshots = await Promise.all(
      logs.map((folder) => analyze(fixture(folder), { onProblem: () => {} })),
    );
    const ids = new Set(snapshots.flatMap(({ findings }) => findings.map(({ id }) => id)));
    expect(ids.size).toBeGreaterThan(20);
    for (const id of ids) expect(conditions(id)).toHaveLength(1);
  });

  it('what findings advise to type is a command line that mailtop takes', async () => {
    const { findings } = await analyze(fixture('demo'));
    const names = COMMANDS.map(({ name }) => name);
    for (const { query } of findings) {
      const [program, ...words] = (query.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ''));
      expect(program).toBe('mailtop');
      const line = parseCommandLine(words, names);
      expect(names).toContain(words[0]);
      expect(() => eventFilter(line)).not.toThrow();
    }
  });
});
