// Everything that is not data: notes and errors, one thought a line, on stderr.
import { clean } from '../format/clean.ts';
import { MailtopError } from '../model/errors.ts';

/** `mailtop: what: what happened`, then `hint: what to do`. Log text inside is made harmless first. */
export function printError(error: unknown, verbose: boolean): void {
  if (error instanceof MailtopError) {
    printNote(error.message);
    if (error.hint !== null) printHint(error.hint);
  } else {
    printNote(`internal error: ${error instanceof Error ? error.message : String(error)}`);
    printHint('please report it, with the output of the same command and --verbose');
  }
  if (verbose && error instanceof Error && error.stack !== undefined) print(error.stack);
}

export function printNote(text: string): void {
  print(`mailtop: ${text.startsWith('-: ') ? `${nameOf('-')}${text.slice(1)}` : text}`);
}

export function printHint(text: string): void {
  print(`hint: ${text}`);
}

/** An input as people call it. */
export function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path;
}

/** A message may have a second line with details. */
function print(text: string): void {
  process.stderr.write(text.split('\n').map(clean).join('\n') + '\n');
}
