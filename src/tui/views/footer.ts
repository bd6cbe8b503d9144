import { footerBindings } from '../keymap.ts';
import { span } from '../draw/line.ts';
import { lineWidth, spread } from '../draw/row.ts';
import { isReading } from '../state.ts';
import type { Line, Span } from '../draw/line.ts';
import type { Scene } from '../draw/scene.ts';
import type { KeyWord } from '../messages.ts';

/** ` j/k move  Enter open  …  q quit      12 lines not understood`: the keys that work now, and what was not read. */
export function footer(scene: Scene): Line {
  const { glyphs } = scene.look;
  const { columns } = scene.size;
  const end = [...unread(scene), span(' ')];
  const room = columns - lineWidth(end) - 1;
  const start = scene.notice === null ? keys(scene, room) : [span(` ${scene.notice}`, 'strong')];
  return spread(start, end, columns, glyphs.sign.ellipsis);
}

function keys(scene: Scene, room: number): Line {
  const { words } = scene.look;
  const items = footerBindings(scene.ui).map(({ footer: place, word }) => ({
    word,
    line: [
      span(` ${place?.shown ?? ''}`, 'strong'),
      span(` ${words.keys[isReading(scene.ui) && word === 'next' ? 'scroll' : word].short} `, 'quiet'),
    ],
  }));
  if (scene.ui.help) {
    items.splice(1, items.length, { word: 'back', line: [span(` ${words.help.footer}`, 'quiet')] });
  }
  for (const word of DROPPED_FIRST) {
    if (items.reduce((sum, { line }) => sum + lineWidth(line), 0) <= room) break;
    const index = items.findIndex((item) => item.word === word);
    if (index >= 0) items.splice(index, 1);
  }
  return items.flatMap(({ line }): Span[] => line);
}

/** All keys are in the help; these leave the footer first. */
const DROPPED_FIRST: readonly KeyWord[] = ['zoom', 'pause', 'panelRight', 'help', 'open'];

/** Never silent: also that nothing was left unread is said. */
function unread(scene: Scene): Span[] {
  if (scene.snapshot === null) return [];
  const { unrecognized } = scene.snapshot.input;
  const text = scene.look.words.status.unread(unrecognized);
  return [span(text, unrecognized > 0 ? 'warning' : 'quiet')];
}
