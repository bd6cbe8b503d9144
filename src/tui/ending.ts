import type { FeedState } from './feed.ts';

/** EX_SOFTWARE of sysexits: an error of ours. */
export const INTERNAL_ERROR = 70;

/** The exit status of a person who quit: 1 when something could not be read or understood, 2 when nothing could be read. */
export function statusOf({ snapshot, problems, progress }: FeedState): number {
  const input = snapshot?.input;
  if (problems.length > 0) return input === undefined || input.lines === 0 ? 2 : 1;
  const understoodNothing = progress.done && input !== undefined && input.events === input.unrecognized;
  return understoodNothing ? 1 : 0;
}

/** What has to be said on the normal screen once the full one is gone. The last line is what to do. */
export function lastWords(
  { problems }: FeedState,
  failure: Error | null,
  clean: (text: string) => string,
): string {
  let text = '';
  for (const { message, hint } of problems) {
    text += `mailtop: ${clean(message)}\n${hint === null ? '' : `hint: ${clean(hint)}\n`}`;
  }
  if (failure !== null) {
    const stack = (failure.stack ?? '').split('\n').map(clean).join('\n');
    text += `${stack}\nmailtop: internal error: ${clean(failure.message)}\n`;
    text += 'hint: mailtop report prints the same numbers; please report what is above\n';
  }
  return text;
}
