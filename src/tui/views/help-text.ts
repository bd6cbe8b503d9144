import { displayWidth, fitLeft } from '../../format/width.ts';
import { BINDINGS } from '../keymap.ts';
import { span } from '../draw/line.ts';
import { wrap } from '../draw/wrap.ts';
import type { Line } from '../draw/line.ts';
import type { Look } from '../draw/scene.ts';
import type { KeyGroup } from '../messages.ts';

/** The keys, the signs, and the contrast in words. */
export function helpText(width: number, look: Look): Line[] {
  const { words, glyphs } = look;
  const { ellipsis } = glyphs.sign;
  const { help } = words;
  const groups = KEY_GROUPS.map((group) => keyLines(group, look));
  const columnWidth = Math.max(...groups.flat().map((text) => displayWidth(text))) + 2;
  const perRow = Math.max(1, Math.min(groups.length, Math.floor((width - 1) / columnWidth)));

  const lines: Line[] = [];
  for (let first = 0; first < groups.length; first += perRow) {
    const beside = groups.slice(first, first + perRow);
    const height = Math.max(...beside.map((group) => group.length));
    for (let row = 0; row < height; row++) {
      const texts = beside.map((group) => fitLeft(group[row] ?? '', columnWidth, ellipsis));
      lines.push([span(` ${texts.join('')}`, row === 0 ? 'strong' : 'plain')]);
    }
    lines.push([]);
  }

  const { sign } = glyphs;
  lines.push(
    [span(` ${help.signs}`, 'strong')],
    [span(`  ${help.classes}`)],
    [
      span('  '),
      span(`${sign.critical} ${words.severities.critical}`, 'critical'),
      span('  '),
      span(`${sign.warning} ${words.severities.warning}`, 'warning'),
      span('  '),
      span(`${sign.notice} ${words.severities.notice}`, 'notice'),
      span(`  ${sign.final} ${help.marks.final}  ${sign.selected} ${help.marks.selected}`),
      span(`  ${sign.ellipsis} ${help.marks.cut}`),
    ],
    [span(`  ~ ${help.marks.implied}`)],
    [],
    [span(` ${help.contrast}`, 'strong')],
  );
  const codeWidth = Math.max(...help.contrastLines.map(([code]) => code.length)) + 2;
  for (const [code, meaning] of help.contrastLines) {
    for (const [index, line] of wrap(meaning, width - codeWidth - 3).entries()) {
      lines.push([span(`  ${(index === 0 ? code : '').padEnd(codeWidth)}`, 'strong'), span(line)]);
    }
  }
  return lines;
}

const KEY_GROUPS: readonly KeyGroup[] = ['move', 'look', 'program'];

function keyLines(group: KeyGroup, { words }: Look): string[] {
  const bindings = BINDINGS.filter((binding) => binding.group === group);
  const keyWidth = Math.max(...bindings.map(({ shown }) => shown.length)) + 2;
  return [
    words.help.groups[group],
    ...bindings.map(({ shown, word, command }) => {
      const meaning = command.type === 'view' ? words.views[command.view] : words.keys[word].long;
      return ` ${shown.padEnd(keyWidth)}${meaning}`;
    }),
  ];
}
