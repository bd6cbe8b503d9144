import { formatCount } from '../../format/number.ts';
import { span } from '../draw/line.ts';
import { lineWidth, spread } from '../draw/row.ts';
import { sizeClass } from '../draw/scene.ts';
import { REPLY_CLASSES } from '../panels/replies.ts';
import { VIEWS } from './index.ts';
import type { Line, Span } from '../draw/line.ts';
import type { Scene } from '../draw/scene.ts';

/** ` 1Overview 2Replies …   ?`; where that leaves room on a small screen, the totals that have no panel there. */
export function tabLine(scene: Scene): Line {
  const { words, glyphs } = scene.look;
  const compact = sizeClass(scene.size) === 'compact';
  const tabs: Span[] = [];
  for (const view of VIEWS) {
    const text = compact ? `${view.key}${words.views[view.name]}` : `${view.key} ${words.views[view.name]}`;
    tabs.push(span(compact ? ' ' : '  '), span(text, view.name === scene.ui.view ? 'selected' : 'plain'));
  }
  const help = compact ? '? ' : `? ${words.help.title} `;
  if (compact) tabs.push(...totals(scene, scene.size.columns - lineWidth(tabs) - help.length - 2));
  return spread(tabs, [span(help, 'quiet')], scene.size.columns, glyphs.sign.ellipsis);
}

/** `2xx 18,204  3xx 1,109 …  received 12,430  delivered 11,870`, as far as there is room. */
function totals(scene: Scene, room: number): Span[] {
  const { snapshot } = scene;
  if (snapshot === null) return [];
  const { words } = scene.look;
  const items: Span[][] = REPLY_CLASSES.map(([name, role]) => [
    span(name, role),
    span(` ${formatCount(snapshot.replies.by_class[name])}`),
  ]);
  items.push(
    [span(`${words.mail.received} ${formatCount(snapshot.messages.received)}`)],
    [span(`${words.mail.delivered} ${formatCount(snapshot.messages.delivered)}`)],
  );
  const line: Span[] = [span(' ')];
  let rest = room - 1;
  for (const item of items) {
    rest -= lineWidth(item) + 2;
    if (rest < 0) break;
    line.push(span('  '), ...item);
  }
  return line;
}
