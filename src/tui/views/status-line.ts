import { formatDuration } from '../../format/duration.ts';
import { formatCount } from '../../format/number.ts';
import { instantOf } from '../draw/wall-clock.ts';
import { span } from '../draw/line.ts';
import { lineWidth, spread } from '../draw/row.ts';
import { sizeClass } from '../draw/scene.ts';
import type { Line, Span } from '../draw/line.ts';
import type { Scene } from '../draw/scene.ts';
import type { FindingSeverity } from '../../model/snapshot.ts';

/** ` mailtop  mx1 +2   24 h to Mon 23 Nov 14:32   ■ end of input      ▲2 critical` */
export function statusLine(scene: Scene): Line {
  const { glyphs } = scene.look;
  const compact = sizeClass(scene.size) === 'compact';
  const alarms = [...alarm(scene, 'critical'), ...(compact ? [] : alarm(scene, 'warning'))];
  // What is dropped first when there is no room comes last here.
  const fields: { readonly place: number; readonly line: Line }[] = [
    { place: 0, line: [span('mailtop', 'strong')] },
    { place: 3, line: [state(scene)] },
    { place: 2, line: [span(range(scene))] },
    { place: 1, line: [span(hosts(scene, compact ? 1 : 3))] },
    { place: 4, line: [span(compact ? '' : files(scene))] },
  ];
  const separator = compact ? '   ' : ` ${glyphs.sign.separator} `;
  const shown: typeof fields = [];
  let room = scene.size.columns - lineWidth(alarms) - 3;
  for (const field of fields) {
    const width = lineWidth(field.line);
    if (width === 0 || width > room) continue;
    shown.push(field);
    room -= width + separator.length;
  }
  const line: Span[] = [span(' ')];
  for (const [index, field] of shown.sort((a, b) => a.place - b.place).entries()) {
    if (index > 0) line.push(span(index === 1 ? '  ' : separator, 'quiet'));
    line.push(...field.line);
  }
  return spread(line, [...alarms, span(' ')], scene.size.columns, glyphs.sign.ellipsis);
}

/** How reading stands, or that the screen stands still. */
function state(scene: Scene): Span {
  const { words, glyphs } = scene.look;
  const { progress } = scene;
  if (scene.missedLines !== null) {
    return span(`${glyphs.sign.paused} ${words.status.paused(scene.missedLines)}`, 'warning');
  }
  if (progress.done) {
    if (progress.broken) return span(`${glyphs.sign.critical} ${words.status.broken}`, 'critical');
    return span(`${glyphs.sign.ended} ${words.status.ended}`);
  }
  const { bytesRead, bytesTotal } = progress;
  const percent =
    bytesTotal === null || bytesTotal === 0 ? null : Math.min(99, Math.floor((bytesRead / bytesTotal) * 100));
  return span(`${glyphs.sign.reading} ${words.status.reading(percent, bytesRead)}`);
}

function range(scene: Scene): string {
  const from = instantOf(scene.snapshot?.range.from ?? null);
  const to = instantOf(scene.snapshot?.range.to ?? null);
  if (from === null || to === null) return '';
  const { words, clock } = scene.look;
  return words.status.range(formatDuration((to - from) / 1000), clock.long(to));
}

/** The hosts that wrote the log, else its files. */
function hosts(scene: Scene, most: number): string {
  const named = scene.snapshot?.input.hosts ?? [];
  const names = named.length > 0 ? named : scene.progress.files.map(({ path }) => baseName(path));
  if (names.length === 0) return '';
  const shown = names.slice(0, most).map((name) => scene.look.clean(name));
  return shown.join(', ') + (names.length > most ? ` +${formatCount(names.length - most)}` : '');
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function files(scene: Scene): string {
  const { files: all, bytesTotal, bytesRead } = scene.progress;
  return all.length === 0 ? '' : scene.look.words.status.files(all.length, bytesTotal ?? bytesRead);
}

/** `▲2 critical`, nothing when there is none. */
function alarm(scene: Scene, severity: FindingSeverity & ('critical' | 'warning')): Line {
  const { words, glyphs } = scene.look;
  const found = (scene.snapshot?.findings ?? []).filter((finding) => finding.severity === severity);
  if (found.length === 0) return [];
  return [span(` ${glyphs.sign[severity]}${words.status[severity](found.length)}`, severity)];
}
