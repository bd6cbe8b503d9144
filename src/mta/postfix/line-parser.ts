import type { MailEvent } from '../../model/event.ts';
import type { Sessions } from './sessions.ts';

/**
 * Reads the message of one daemon's line into `event`. `text` is the whole message; `start` stands behind
 * `warning: ` and its like, which are already in `event.severity`.
 * False: no rule of this daemon knows the line; what was filled in on the way may stay, but means nothing.
 */
export type LineParser = (event: MailEvent, text: string, start: number, sessions: Sessions) => boolean;
