// An explanation as text of at most 78 columns.
import { clean } from '../format/clean.ts';
import { displayWidth, fit, fitLeft } from '../format/width.ts';
import type { Difference, Use } from './compare.ts';
import type { Entry, Named } from './entry.ts';
import type { Explanation } from './explain.ts';
import { LABELS, type Labels } from './labels.ts';

export function explanationPage({ entries, differences, which, lang }: Explanation): string {
  const labels = LABELS[lang];
  const parts = entries.map((entry) => entryLines(entry, labels));
  if (differences.length > 0) {
    const title = `${labels.differences}: ${entries.map(({ code }) => code).join(', ')}`;
    parts.push([...wrapped('', title), ...differences.flatMap(differenceLines)]);
  }
  if (which.length > 0) parts.push([labels.which, ...which.flatMap(useLines)]);
  return parts.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function entryLines(entry: Entry, labels: Labels): string[] {
  const { reply, fix } = entry;
  const lines = headingLines(entry.code, entry.known ? entry.name : labels.undefinedCode);
  const add = (label: string, text: string | null): void => {
    if (text !== null && text !== '') lines.push(...wrapped(`  ${label.padEnd(COLUMN - 2)}`, text));
  };
  add(labels.text, entry.kind === 'text' ? fit(clean(entry.query), LONGEST_QUERY) : null);
  add(labels.class, entry.class);
  add(labels.status, entry.status);
  add(labels.meaning, entry.description);
  add(labels.when, entry.when);
  add(labels.stage, entry.stage);
  add(labels.saidBy, entry.said_by);
  add(labels.whoActs, entry.who_acts);
  add(labels.retry, entry.retry);
  if (fix !== null) {
    lines.push(`  ${labels.fix}`);
    add(`  ${labels.sender}`, fix.sender);
    add(`  ${labels.administrator}`, fix.administrator);
    add(`  ${labels.recipient}`, fix.recipient);
  }
  if (entry.kind !== 'reason') add(reply === null ? labels.usualReason : labels.reason, entry.reason);
  if (reply !== null)
    add(labels.rule, reply.provider === null ? reply.rule : `${reply.rule} (${reply.provider})`);
  addNamed(lines, labels.confusedWith, entry.confused_with);
  addNamed(lines, labels.members, entry.members);
  add(labels.source, entry.sources.join('; '));
  return lines;
}

/** A CRAM-MD5 challenge may be longer than a line. */
function headingLines(code: string, name: string): string[] {
  return code.length < WIDTH / 2
    ? wrapped(`${code}  `, name, 2)
    : [...wrapped('', code), ...wrapped('  ', name)];
}

function differenceLines({ text, by_code }: Difference, at: number): string[] {
  const number = `  ${at + 1}. `;
  const lines = wrapped(number, text);
  const width = Math.min(WIDTH / 3, Math.max(...by_code.map(({ code }) => code.length)));
  for (const said of by_code) {
    lines.push(...wrapped(`${' '.repeat(number.length)}${fitLeft(said.code, width)}  `, said.text));
  }
  return lines;
}

function useLines({ code, text }: Use): string[] {
  return wrapped('  ', code === null ? text : `${code}: ${text}`, 4);
}

/** One a line. */
function addNamed(lines: string[], label: string, named: readonly Named[]): void {
  let first = label;
  const width = Math.max(...named.map(({ code }) => code.length));
  for (const { code, name } of named) {
    const head = `  ${first.padEnd(COLUMN - 2)}${code.padEnd(width)}  `;
    lines.push(...wrapped(head, name));
    first = '';
  }
}

/** Words over as many lines as it takes: the first begins with `head`, the others with as many blanks. */
function wrapped(head: string, text: string, hanging: number = displayWidth(head)): string[] {
  const lines: string[] = [];
  // A word may fill what is right of both the first line's head and the others' blanks.
  const room = WIDTH - Math.max(hanging, displayWidth(head));
  const words = clean(text)
    .split(/\s+/)
    .flatMap((word) => cutToWidth(word, room));
  let line = head;
  let isEmpty = true;
  for (const word of words) {
    if (!isEmpty && displayWidth(line) + 1 + displayWidth(word) > WIDTH) {
      lines.push(line.trimEnd());
      line = ' '.repeat(hanging);
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line.trimEnd()];
}

/** Words that are longer than a line, in pieces. */
function cutToWidth(word: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = word;
  while (displayWidth(rest) > width) {
    const piece = fit(rest, width, '');
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}

const WIDTH = 78;
const COLUMN = 19;
const LONGEST_QUERY = 400;
