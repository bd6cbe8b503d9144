import { formatCount } from '../../format/number.ts';
import { instantOf } from '../draw/wall-clock.ts';
import { bar } from '../draw/bar.ts';
import { figureRow, mostImportant } from '../draw/figure-row.ts';
import { span } from '../draw/line.ts';
import { table } from '../draw/table.ts';
import type { Figure, FigureColumns, Ranked } from '../draw/figure-row.ts';
import type { Line, Size } from '../draw/line.ts';
import type { Look, Scene } from '../draw/scene.ts';
import type { Column } from '../draw/table.ts';
import type { StorageKind } from '../../model/event.ts';
import type { CodeRow, PlaceRow, Snapshot, StorageView } from '../../model/snapshot.ts';
import type { Panel } from './panel.ts';

/** 452 and its kin: a resource that ran out. The same shape and order of lines as the auth side. */
export const storage: Panel = {
  name: 'storage',
  title: (_, { look }) => ({ text: look.words.panels.storage, note: look.words.storage.note }),
  draw(snapshot, scene, size) {
    const view = snapshot.storage;
    if (view.failures + view.by_kind['message-size'] === 0) {
      return [[span(` ${scene.look.words.storage.empty}`, 'quiet')]];
    }
    const withTable = size.columns >= 60 && size.rows >= 10 && view.places.length > 0;
    const lines = mostImportant(figures(snapshot, size, scene.look, withTable), size.rows);
    if (!withTable) return lines;
    const rest = { columns: size.columns, rows: size.rows - lines.length - 1 };
    return [...lines, [], ...placeTable(view, scene, rest)];
  },
  rows: (snapshot) => snapshot.storage.places.map(placeId),
};

function figures(snapshot: Snapshot, size: Size, look: Look, withTable: boolean): Ranked[] {
  const { words, glyphs } = look;
  const view = snapshot.storage;
  // Where there is little room the code is said without its enhanced code, and nothing is drawn.
  const narrow = size.columns < 36;
  const columns: FigureColumns = { label: Math.min(28, size.columns - (narrow ? 11 : 15)), value: 7 };
  const barWidth = size.columns - columns.label - columns.value - 4;
  const row = (rank: number, figure: Figure): Ranked => ({ rank, line: figureRow(figure, columns, glyphs) });
  const kindRow = (rank: number, kind: StorageKind): Ranked => {
    const value = view.by_kind[kind];
    const drawn = bar(value / Math.max(1, view.failures), barWidth, glyphs);
    return row(rank, {
      label: span(`${value === 0 ? '' : codeOf(kind, snapshot, narrow)}${words.storageKinds[kind]}`, 'later'),
      value: formatCount(value),
      note: narrow ? [] : [span(drawn, 'later')],
    });
  };
  const lines: Ranked[] = [
    {
      rank: 1,
      line: [
        span(` ${formatCount(view.transient)} ${words.storage.deferred}`, 'strong'),
        span(`  ${words.storage.replies(snapshot.replies.total)}`),
      ],
    },
    kindRow(2, 'mailbox-quota'),
    kindRow(3, 'queue-disk'),
    kindRow(4, 'remote-system'),
  ];
  if (view.by_kind.inode > 0) lines.push(kindRow(5, 'inode'));
  // Permanent failures are listed, and never part of the total above.
  lines.push(
    row(5, {
      label: span(
        `${view.permanent === 0 ? '' : permanentCode(snapshot, narrow)}${words.storage.final}`,
        'no',
      ),
      value: formatCount(view.permanent),
      note: view.permanent === 0 ? [] : [span(glyphs.sign.final, 'no')],
    }),
  );
  if (withTable || view.by_kind['message-size'] > 0) {
    const value = formatCount(view.by_kind['message-size']);
    const { notStorage } = words.storage;
    const note = notStorage.length <= barWidth ? [span(notStorage, 'quiet')] : [];
    lines.push(row(8, { label: span(words.storageKinds['message-size']), value, note }));
  }
  const place = view.places[0];
  if (place !== undefined && !withTable) lines.push({ rank: 6, line: topPlace(place, look) });
  const full = view.forecast.find(({ exhausted_at: at }) => at !== null);
  const fullAt = instantOf(full?.exhausted_at ?? null);
  if (full !== undefined && fullAt !== null) {
    const date = `~${look.clock.day(fullAt)}`;
    lines.push({ rank: 7, line: [span(` ${words.storage.full}  ${look.clean(full.place)} ${date}`)] });
  }
  return lines;
}

/** `452 4.2.2 `: what was said most often for this kind, where a code was said. */
function codeOf(kind: StorageKind, snapshot: Snapshot, short: boolean): string {
  return codeText(
    snapshot.replies.codes.find((row) => row.code < 500 && saysKind(row, kind)),
    short,
  );
}

function permanentCode(snapshot: Snapshot, short: boolean): string {
  return codeText(
    snapshot.replies.codes.find((row) => row.code >= 500 && row.reason.startsWith('storage-')),
    short,
  );
}

function saysKind(row: CodeRow, kind: StorageKind): boolean {
  if (kind === 'mailbox-quota') return row.reason === 'storage-mailbox-full';
  if (row.reason !== 'storage-system-full') return false;
  return (kind === 'remote-system') === (row.direction === 'outbound');
}

function codeText(row: CodeRow | undefined, short: boolean): string {
  if (row === undefined) return '';
  return short || row.enhanced_code === null ? `${row.code} ` : `${row.code} ${row.enhanced_code} `;
}

/** `top  carol@example.org  311  41 wait` */
function topPlace(row: PlaceRow, { words, clean }: Look): Line {
  const waiting = row.waiting > 0 ? `  ${words.storage.waiting(row.waiting)}` : '';
  return [
    span(` ${words.storage.top}  `),
    span(`${clean(row.place)}  ${formatCount(row.count)}`, 'strong'),
    span(waiting),
  ];
}

function placeTable(view: StorageView, scene: Scene, size: Size): Line[] {
  const { words, glyphs, clock, clean } = scene.look;
  const titles = words.storage.columns;
  const today = instantOf(scene.snapshot?.range.to ?? null);
  const time = (text: string | null): string => {
    const at = instantOf(text);
    return at === null ? '-' : clock.short(at, today);
  };
  const columns: Column<PlaceRow>[] = [
    { title: titles.place, text: (row) => clean(row.place), align: 'left', rank: 1 },
    { title: titles.side, text: (row) => words.sides[row.side], align: 'left', rank: 4 },
    { title: titles.count, text: (row) => formatCount(row.count), align: 'right', rank: 2 },
    { title: titles.wait, text: (row) => formatCount(row.waiting), align: 'right', rank: 3 },
    { title: titles.first, text: (row) => time(row.first), align: 'left', rank: 7 },
    { title: titles.last, text: (row) => time(row.last), align: 'left', rank: 6 },
    { title: titles.kind, text: (row) => words.storageKinds[row.kind], align: 'left', rank: 5 },
  ];
  const { ui } = scene;
  const cursor = view.places.findIndex((row) => placeId(row) === ui.cursor.storage);
  return table(
    columns,
    view.places,
    { cursor: Math.max(0, cursor), focused: ui.focus === 'storage' },
    size,
    glyphs,
  );
}

function placeId(row: PlaceRow): string {
  return `${row.side} ${row.kind} ${row.place}`;
}
