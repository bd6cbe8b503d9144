// Everything that is not data: notes and errors, one thought a line, on stderr.
import { MailtopError } from '../model/errors.ts';

/** `mailtop: what: what happened`, then `hint: what to do`. Log text inside is made harmless first. */
export function printError(error: unknown, verbose: boolean): void {
  if (error instanceof MailtopError) {
    print(`mailtop: ${error.message}`);
    if (error.hint !== null) print(`hint: ${error.hint}`);
  } else {
    print(`mailtop: internal error: ${error instanceof Error ? error.message : String(error)}`);
    print('hint: please report it, with the output of the same command and --verbose');
  }
  if (verbose && error instanceof Error && error.stack !== undefined) print(error.stack);
}

export function printNote(text: string): void {
  print(`mailtop: ${text}`);
}

function print(text: string): void {
  process.stderr.write(text.replace(CONTROL, escapeControl) + '\n');
}

/** C0 without LF, DEL, C1, and what changes the direction of text. */
const CONTROL = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

function escapeControl(character: string): string {
  if (character === '\n') return character;
  const code = character.charCodeAt(0);
  return code < 256 ? `\\x${code.toString(16).padStart(2, '0')}` : `U+${code.toString(16).toUpperCase()}`;
}
