import { formatCount, formatShare } from '../../format/number.ts';
import { instantOf } from '../draw/wall-clock.ts';
import { bar } from '../draw/bar.ts';
import { figureRow, mostImportant } from '../draw/figure-row.ts';
import { span } from '../draw/line.ts';
import { table } from '../draw/table.ts';
import type { Figure, FigureColumns, Ranked } from '../draw/figure-row.ts';
import type { Line, Size } from '../draw/line.ts';
import type { Look, Scene } from '../draw/scene.ts';
import type { Column } from '../draw/table.ts';
import type { Role } from '../draw/theme.ts';
import type { AuthIncident, AuthView, ClientRow, Snapshot } from '../../model/snapshot.ts';
import type { Panel } from './panel.ts';

/** 334 and its answers: a question to a person. The same shape and order of lines as the storage side. */
export const auth: Panel = {
  name: 'auth',
  title: (_, { look }) => ({ text: look.words.panels.auth, note: look.words.auth.note }),
  draw(snapshot, scene, size) {
    const view = snapshot.auth;
    if (view.attempts + view.challenges.logged + view.refused + view.aborted === 0) {
      return [[span(` ${scene.look.words.auth.empty}`, 'quiet')]];
    }
    const withTable = size.columns >= 60 && size.rows >= 10 && view.clients.length > 0;
    const lines = mostImportant(figures(snapshot, size, scene.look, withTable), size.rows);
    if (!withTable) return lines;
    const rest = { columns: size.columns, rows: size.rows - lines.length - 1 };
    return [...lines, [], ...clientTable(view, scene, rest)];
  },
  rows: (snapshot) => snapshot.auth.clients.map(({ client }) => client),
};

function figures(snapshot: Snapshot, size: Size, look: Look, withTable: boolean): Ranked[] {
  const { words, glyphs } = look;
  const view = snapshot.auth;
  const columns: FigureColumns = { label: size.columns < 36 ? 10 : 12, value: 8 };
  const judged = view.succeeded + view.failed + view.temporary;
  const barWidth = size.columns - columns.label - columns.value - 3 - SHARE_WIDTH - 2;
  const part = (value: number, role: Role): Line => [
    span(bar(value / Math.max(1, judged), barWidth, glyphs).padEnd(barWidth + 1), role),
    span(formatShare(value, judged).padStart(SHARE_WIDTH)),
  ];
  const row = (rank: number, figure: Figure): Ranked => ({ rank, line: figureRow(figure, columns, glyphs) });
  const { logged, implied } = view.challenges;
  const lines: Ranked[] = [
    {
      rank: 1,
      line: [
        span(` ${formatCount(view.failed)} ${words.auth.failed}`, 'strong'),
        span(`  ${words.auth.attempts(view.attempts)}`),
      ],
    },
    row(5, {
      label: span(words.auth.asked, 'asks'),
      value: formatCount(logged + implied),
      note: implied === 0 ? [] : [span(words.auth.implied(implied))],
    }),
    row(3, {
      label: span(words.auth.accepted, 'ok'),
      value: formatCount(view.succeeded),
      note: part(view.succeeded, 'ok'),
    }),
    row(2, {
      label: span(words.auth.denied, 'no'),
      value: formatCount(view.failed),
      note: part(view.failed, 'no'),
    }),
    row(4, {
      label: span(words.auth.unsure, 'later'),
      value: formatCount(view.temporary),
      note: view.temporary === 0 ? [] : [span(words.auth.verifierDown, 'later')],
    }),
  ];
  if (withTable) {
    const note = [span(words.auth.refused(view.refused))];
    lines.push(row(6, { label: span(words.auth.aborted), value: formatCount(view.aborted), note }));
  }
  const client = view.clients[0];
  if (client !== undefined && client.failed > 0 && !withTable) {
    lines.push({ rank: 6, line: topClient(client, look) });
  }
  const incident = view.incidents[0];
  if (incident !== undefined) {
    const today = instantOf(snapshot.range.to);
    lines.push({ rank: 7, line: incidentLine(incident, today, look) });
  }
  return lines;
}

/** `top  203.0.113.9  1,904  212 users` */
function topClient(row: ClientRow, { words, clean }: Look): Line {
  return [
    span(` ${words.auth.top}  `),
    span(`${clean(row.client)}  ${formatCount(row.failed)}`, 'strong'),
    span(`  ${words.auth.users(row.accounts)}`),
  ];
}

/** `why  password spray  ▲ since 09:12` */
function incidentLine(incident: AuthIncident, today: number | null, look: Look): Line {
  const { words, glyphs, clock } = look;
  const from = instantOf(incident.from);
  return [
    span(` ${words.auth.why}  ${words.incidents[incident.kind]}  `),
    span(glyphs.sign[incident.severity], incident.severity),
    span(from === null ? '' : ` ${words.auth.since(clock.short(from, today))}`),
  ];
}

function clientTable(view: AuthView, scene: Scene, size: Size): Line[] {
  const { words, glyphs, clock, clean } = scene.look;
  const titles = words.auth.columns;
  const today = instantOf(scene.snapshot?.range.to ?? null);
  const time = (text: string | null): string => {
    const at = instantOf(text);
    return at === null ? '-' : clock.short(at, today);
  };
  const columns: Column<ClientRow>[] = [
    { title: titles.client, text: (row) => clean(row.client), align: 'left', rank: 1 },
    { title: titles.fails, text: (row) => formatCount(row.failed), align: 'right', rank: 2 },
    { title: titles.users, text: (row) => formatCount(row.accounts), align: 'right', rank: 3 },
    {
      title: titles.in,
      text: (row) => formatCount(row.succeeded),
      role: (row) => (row.succeeded > 0 ? 'strong' : 'plain'),
      align: 'right',
      rank: 4,
    },
    { title: titles.first, text: (row) => time(row.first), align: 'left', rank: 7 },
    { title: titles.last, text: (row) => time(row.last), align: 'left', rank: 6 },
    {
      title: titles.label,
      text: (row) => incidentLabel(incidentOf(row, view), scene.look),
      role: (row) => incidentOf(row, view)?.severity ?? 'plain',
      align: 'left',
      rank: 5,
    },
  ];
  const { ui } = scene;
  const cursor = view.clients.findIndex(({ client }) => client === ui.cursor.auth);
  return table(
    columns,
    view.clients,
    { cursor: Math.max(0, cursor), focused: ui.focus === 'auth' },
    size,
    glyphs,
  );
}

function incidentOf(row: ClientRow, view: AuthView): AuthIncident | undefined {
  return view.incidents.find(({ clients }) => clients.includes(row.client));
}

function incidentLabel(incident: AuthIncident | undefined, { words, glyphs }: Look): string {
  if (incident === undefined) return '';
  return `${glyphs.sign[incident.severity]} ${words.incidents[incident.kind]}`;
}

/** `100.0 %` */
const SHARE_WIDTH = 7;
