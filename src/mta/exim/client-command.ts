// A command of the client that a line quotes: its stage, and the login in it without its secret.
import type { MailEvent } from '../../model/event.ts';
import { loginUsername, looksLikeAnswer, plainUsername } from './credentials.ts';
import { mechanismAsked } from './mechanism.ts';
import { redact } from './redact.ts';
import { tokenEnd } from './scan.ts';
import { stageOfCommand } from './stage.ts';

/** What an AUTH command asked for. */
export interface LoginCommand {
  mechanism: string | null;
  username: string | null;
}

/** Reads the command between `at` and `end` into `event.stage`; null when it is no AUTH. */
export function readClientCommand(
  text: string,
  at: number,
  end: number,
  event: MailEvent,
): LoginCommand | null {
  event.stage = stageOfCommand(text.substring(at, end));
  if (event.stage === 'auth') return readAuthCommand(text, at, end, event);
  // An answer that comes after a refused AUTH is taken for a command.
  if (event.stage === null && looksLikeAnswer(text.substring(at, end))) redact(event, at, end);
  return null;
}

/** `AUTH PLAIN AGFsaWNlAHNlY3JldA==` holds user and password, `AUTH LOGIN YWxpY2U=` the user. */
function readAuthCommand(text: string, at: number, end: number, event: MailEvent): LoginCommand {
  const nameAt = Math.min(tokenEnd(text, at) + 1, end);
  // The command may hold a quote of its own.
  const quote = text.indexOf('"', nameAt);
  const nameEnd = Math.min(tokenEnd(text, nameAt), quote === -1 ? end : quote, end);
  const mechanism = mechanismAsked(text, nameAt, nameEnd);
  if (nameEnd >= end) return { mechanism, username: null };
  redact(event, nameEnd + 1, end);
  const answer = text.substring(nameEnd + 1, end);
  const username =
    mechanism === 'PLAIN' ? plainUsername(answer) : mechanism === 'LOGIN' ? loginUsername(answer) : null;
  return { mechanism, username };
}
