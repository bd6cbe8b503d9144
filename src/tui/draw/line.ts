import type { Role } from './theme.ts';

/** A piece of text with one look. `reverse`: foreground and background change places. */
export interface Span {
  readonly text: string;
  readonly role: Role;
  readonly reverse?: boolean;
}

/** One row of a panel, already cut to its width. */
export type Line = readonly Span[];

/** Lines with the place of their upper left corner on the screen, 0-based. */
export interface Block {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lines: readonly Line[];
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export function span(text: string, role: Role = 'plain'): Span {
  return { text, role };
}

/** The text of a line without its looks. */
export function plainText(line: Line): string {
  let text = '';
  for (const piece of line) text += piece.text;
  return text;
}
