import { displayWidth, fit } from '../../format/width.ts';
import { span } from './line.ts';
import { fitLine } from './row.ts';
import type { Line, Size } from './line.ts';
import type { Glyphs } from './glyphs.ts';

export interface BoxTitle {
  readonly text: string;
  /** At the right end of the upper border; dropped when there is no room for both. */
  readonly note: string;
}

/** A frame around `lines`, exactly of `size`. Missing lines are blank, surplus ones are cut. */
export function box(
  title: BoxTitle,
  lines: readonly Line[],
  size: Size,
  focused: boolean,
  glyphs: Glyphs,
): Line[] {
  const inner = size.columns - 2;
  const role = focused ? 'strong' : 'quiet';
  const edge = span(glyphs.frame.vertical, role);
  const drawn: Line[] = [upperBorder(title, inner, focused, glyphs)];
  for (let row = 0; row < size.rows - 2; row++) {
    drawn.push([edge, ...fitLine(lines[row] ?? [], inner, glyphs.sign.ellipsis), edge]);
  }
  const { bottomLeft, bottomRight, horizontal } = glyphs.frame;
  drawn.push([span(bottomLeft + horizontal.repeat(inner) + bottomRight, role)]);
  return drawn;
}

/** `┌ Findings ──────── 7 all ┐` */
function upperBorder(title: BoxTitle, inner: number, focused: boolean, glyphs: Glyphs): Line {
  const { topLeft, topRight, horizontal } = glyphs.frame;
  const role = focused ? 'strong' : 'quiet';
  const text = fit(title.text, inner - 2, glyphs.sign.ellipsis);
  const room = inner - displayWidth(text) - 2;
  const note = title.note !== '' && displayWidth(title.note) + 4 <= room ? ` ${title.note} ` : '';
  return [
    span(`${topLeft} `, role),
    // A title is readable at any time; the focused one is in bold with its frame.
    span(text, focused ? 'strong' : 'plain'),
    span(` ${horizontal.repeat(room - displayWidth(note))}`, role),
    span(note, role),
    span(topRight, role),
  ];
}
