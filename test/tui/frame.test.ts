import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/format/width.ts';
import { drawFrame } from '../../src/tui/views/frame.ts';
import { initialUi } from '../../src/tui/state.ts';
import { ALL_GLYPH_SETS, sampleScene, screenText } from './support/frames.ts';
import { sampleSnapshot } from './support/sample-snapshot.ts';
import type { Scene } from '../../src/tui/draw/scene.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import type { UiState } from '../../src/tui/state.ts';

const SIZES = [
  [60, 16],
  [80, 24],
  [80, 60],
  [99, 29],
  [100, 30],
  [140, 40],
  [160, 40],
  [200, 60],
  [300, 90],
] as const;

/** What a terminal with this set cannot show. */
const FOREIGN_GLYPHS = {
  block: /[⠀-⣿]/u,
  basic: /[▁▂▃▅▆▇▏▎▍▋▊▉]|[⠀-⣿]/u,
  ascii: /[^ -~]/,
};

const overview = initialUi('overview');
const STATES: readonly (readonly [string, UiState])[] = [
  ['overview', overview],
  ['help', { ...overview, help: true }],
  ['finding', { ...overview, openFinding: 'password-spray' }],
  ...(['contrast', 'auth', 'storage', 'replies', 'reasons', 'messages', 'findings'] as const).map(
    (focus): [string, UiState] => [`${focus} zoomed`, { ...overview, focus, zoomed: true }],
  ),
];

describe('every screen fills the terminal exactly, at every size and in all glyphs', () => {
  for (const glyphs of ALL_GLYPH_SETS) {
    test.each(STATES)(`%s, ${glyphs}`, (_, ui) => {
      for (const [columns, rows] of SIZES) {
        const scene = sampleScene({ ui, size: { columns, rows } }, glyphs);
        for (const block of drawFrame(scene)) {
          expect(block.y + block.lines.length).toBeLessThanOrEqual(rows);
          for (const line of block.lines) {
            const width = line.reduce((sum, { text }) => sum + displayWidth(text), 0);
            expect(width, `${block.name} at ${columns}x${rows}`).toBe(block.width);
          }
        }
        const lines = screenText(scene);
        expect(lines.every((line) => displayWidth(line) === columns)).toBe(true);
        expect(lines.join('')).not.toMatch(FOREIGN_GLYPHS[glyphs]);
      }
    });
  }
});

describe('the overview at 80x24', () => {
  const lines = screenText(sampleScene());

  test('has its parts where they are looked for', () => {
    expect(lines).toHaveLength(24);
    expect(lines[0]).toMatch(/^ mailtop  mx1 \+2 .* Mon 23 Nov 14:32 .* end of input .*▲2 critical $/);
    expect(lines[1]).toMatch(/^ 1Overview .*\? $/);
    expect(lines[2]).toMatch(/^┌ Failed logins ↑ {2}vs {2}↓ storage failures, per hour ─/);
    expect(lines[9]).toMatch(/Auth challenges .*Transient storage/);
    expect(lines[23]).toMatch(/^ j\/k move .* q quit .*12 lines not understood $/);
  });

  test('says the numbers of the snapshot', () => {
    const body = lines.join('\n');
    expect(body).toMatch(/ 3,412 failed {2}of 41,240 attempts/);
    expect(body).toMatch(/535 denied +3,412 /);
    expect(body).toMatch(/235 let in +37,601 .*91\.7 %/);
    expect(body).toMatch(/334 asked +41,020 +~39,911 implied/);
    expect(body).toMatch(/454 unsure +7 /);
    expect(body).toMatch(/ 1,120 deferred {2}of 22,816 replies/);
    expect(body).toMatch(/452 4\.2\.2 mailbox full +909 /);
    expect(body).toMatch(/452 4\.3\.1 queue disk +131 /);
    expect(body).toMatch(/552 5\.2\.2 returned +7 +×/);
    expect(body).toMatch(/2xx 18,204 {2}3xx 1,109 {2}4xx 2,731 {2}5xx 772/);
  });

  test('shows the first findings with their hints, the cursor on the first', () => {
    expect(lines[19]).toMatch(/^│▸▲ mx1 queue disk refused 131 messages since 13:50 +df -h; df -i spool │$/);
    expect(lines[20]).toMatch(/^│ ▲ 203\.0\.113\.9 tried 212 accounts, 3 let in +lock the 3, then ban │$/);
  });
});

test('larger screens have the counts, the reasons and the messages too', () => {
  for (const [columns, rows] of [
    [80, 40],
    [140, 40],
    [200, 60],
  ] as const) {
    const text = screenText(sampleScene({ size: { columns, rows } })).join('\n');
    for (const part of ['Replies', 'Leading reasons', 'Messages', 'greylisted', '11,870']) {
      expect(text).toContain(part);
    }
  }
});

test('the open finding has its evidence, hint, every step and the query', () => {
  const text = screenText(sampleScene({ ui: { ...overview, openFinding: 'queue-disk-full' } })).join('\n');
  for (const part of [
    'Findings › mx1 queue disk refused 131 messages',
    '131 replies 452 4.3.1 to 96 clients',
    'Mon 23 Nov 13:50 to Mon 23 Nov 14:31',
    '1. df -h /var/spool',
    '2. postsuper -d ALL deferred',
    '--code 452 --reason storage-system-full',
  ]) {
    expect(text).toContain(part);
  }
});

describe('states', () => {
  test('below 60x16 a sentence instead of a picture', () => {
    const text = screenText(sampleScene({ size: { columns: 59, rows: 15 } })).join('\n');
    expect(text).toMatch(/59x15.*60x16/);
    expect(text).toContain('q quit');
    expect(text).toContain('mailtop report prints the same numbers');
    expect(() => screenText(sampleScene({ size: { columns: 1, rows: 1 } }))).not.toThrow();
  });

  test('before the first snapshot the frame stands with its panels named', () => {
    const lines = screenText(sampleScene({ snapshot: null, progress: reading(0, null) }));
    expect(lines.join('\n')).toMatch(/Auth challenges[^]*Transient storage[^]*Findings/);
    expect(lines[23]).toMatch(/^ j\/k/);
  });

  test('while reading: how far, by stored bytes where they are known', () => {
    expect(screenText(sampleScene({ progress: reading(410, 1000) }))[0]).toContain('○ reading 41 %');
    expect(screenText(sampleScene({ progress: reading(999, 1000) }))[0]).toContain('○ reading 99 %');
    expect(screenText(sampleScene({ progress: reading(3 * 1024 ** 3, null) }))[0]).toContain(
      '○ reading 3.0G',
    );
  });

  test('paused: how many lines came since', () => {
    expect(screenText(sampleScene({ missedLines: 12_044 }))[0]).toContain('‖ paused +12,044');
  });

  test('nothing in the input, or nothing of a mail program, is said and never shown as zeros', () => {
    const empty = sampleSnapshot({
      input: { ...sampleSnapshot().input, lines: 0, events: 0, unrecognized: 0 },
    });
    expect(screenText(sampleScene({ snapshot: empty })).join('\n')).toContain('Nothing in /var/log/maillog.');

    const foreign = sampleSnapshot({
      input: { ...sampleSnapshot().input, lines: 12_000, events: 12, unrecognized: 12 },
    });
    const text = screenText(sampleScene({ snapshot: foreign })).join('\n');
    expect(text).toContain('12,000 lines, none of a mail program.');
    expect(text).toContain('something nobody has seen');
  });

  test('a side without anything keeps its place and says so', () => {
    const { auth } = sampleSnapshot();
    const quiet = { ...auth, attempts: 0, succeeded: 0, failed: 0, aborted: 0, refused: 0 };
    const snapshot = sampleSnapshot({
      auth: { ...quiet, challenges: { logged: 0, implied: 0, implied_at_least: 0 }, timeline: [] },
    });
    const lines = screenText(sampleScene({ snapshot, size: { columns: 140, rows: 40 } }));
    expect(lines.join('\n')).toContain('No logins in this range.');
    expect(lines.join('\n')).toContain('1,120 deferred');
  });
});

test('a log cannot reach the terminal through any text of a snapshot', () => {
  const hostile = '\x1b]0;pwned\x07\x1b[2J\x1b[?1049l\u202egnp.exe\0\r\n漢'.repeat(3);
  const snapshot = JSON.parse(
    JSON.stringify(sampleSnapshot(), (key, value: unknown) =>
      typeof value === 'string' && TEXT_FIELDS.has(key) ? hostile : value,
    ),
  ) as Snapshot;
  snapshot.input.hosts = [hostile];
  for (const glyphs of ALL_GLYPH_SETS) {
    for (const [, ui] of STATES) {
      for (const [columns, rows] of SIZES) {
        const changes: Partial<Scene> = {
          snapshot,
          ui: { ...ui, openFinding: ui.openFinding === null ? null : hostile },
        };
        const scene = sampleScene({ ...changes, size: { columns, rows } }, glyphs);
        for (const block of drawFrame(scene)) {
          for (const line of block.lines) {
            const text = line.map((piece) => piece.text).join('');
            expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
            expect(displayWidth(text)).toBe(block.width);
          }
        }
      }
    }
  }
  const text = screenText(sampleScene({ snapshot, size: { columns: 200, rows: 60 } })).join('\n');
  expect(text).toContain('\\x1b]0;pwned\\x07');
  expect(text).toContain('U+202Egnp.exe');
});

const TEXT_FIELDS = new Set([
  'client',
  'place',
  'title',
  'evidence',
  'summary',
  'owner',
  'query',
  'id',
  'text',
  'path',
]);

function reading(bytesRead: number, bytesTotal: number | null): Scene['progress'] {
  return { bytesRead, bytesTotal, lines: 0, files: [], done: false, broken: false };
}
