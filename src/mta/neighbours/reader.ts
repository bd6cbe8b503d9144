import type { MailEvent } from '../../model/event.ts';

/**
 * Reads one line of a program beside the MTA into `event`, whose kind is `filter` before. False: the line is about the
 * program itself, and is looked at for trouble.
 *
 * These programs describe messages that the MTA's own lines count. A code in their text is an instruction to the MTA,
 * not a reply, so they never set one. `dkim.ts` is the smallest to copy from.
 */
export type NeighbourReader = (event: MailEvent, text: string) => boolean;
