import type { MailEvent } from '../../model/event.ts';
import type { Sessions } from './sessions.ts';

/**
 * Reads the message of one daemon's line into `event`. `text` is the whole message; `start` stands behind
 * `warning: ` and its like, which are already in `event.severity`.
 * False: no rule knows the line; then `event` is still as it was, but for direction and queue id.
 */
export type LineParser = (event: MailEvent, text: string, start: number, sessions: Sessions) => boolean;
