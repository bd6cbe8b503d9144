// One side of an SMTP dialogue in a trace: commands wait here for their replies, which come in the same order.
import type { AuthOutcome, MailEvent, Stage } from '../../model/event.ts';
import { remoteAuth, serverAuth } from './auth-facts.ts';
import { DASH } from './ascii.ts';
import { readClientCommand } from './client-command.ts';
import { asksForName, loginUsername } from './credentials.ts';
import { redact } from './redact.ts';
import { readReply, replyCodeAt } from './reply.ts';
import { angleEnd } from './scan.ts';
import { inboundStatus, outboundStatus, outcomeOf, stageOfStatus } from './trace-verdict.ts';

/** A command that waits for its reply. */
interface Step {
  readonly stage: Stage | null;
  readonly recipient: string | null;
}

export class Dialogue {
  readonly #direction: 'inbound' | 'outbound';
  readonly #waiting: Step[] = [];
  #began = false;
  #mechanism: string | null = null;
  #username: string | null = null;
  /** The last challenge asked for the user's name. */
  #asksName = false;
  /** A 334 was sent: what comes next is an answer, not a command. */
  #asked = false;
  #cancelled = false;
  #inLogin = false;
  /** The lines of the reply so far, joined as Exim's log joins them. */
  #lines = '';
  #enhancedCode: string | null = null;

  constructor(direction: 'inbound' | 'outbound') {
    this.#direction = direction;
  }

  get began(): boolean {
    return this.#began;
  }

  /** Whether anything printed now may hold a password. */
  get inLogin(): boolean {
    return this.#inLogin;
  }

  /** Whether the next line may go on with a reply. */
  get hasOpenReply(): boolean {
    return this.#lines !== '';
  }

  /** Reads the command or answer from `at` to the end. */
  command(text: string, at: number, event: MailEvent): void {
    event.kind = 'dialogue';
    event.direction = this.#direction;
    this.#began = true;
    if (this.#asked) return this.#answer(text, at, event);
    const login = readClientCommand(text, at, text.length, event);
    if (event.stage === 'mail') event.sender = addressIn(text, at);
    else if (event.stage === 'rcpt') event.recipient = addressIn(text, at);
    else if (event.stage === null && text.startsWith('(writing message)', at)) {
      event.stage = 'eod';
      return;
    } else if (event.stage === null && text.startsWith('writing message and terminating', at)) {
      event.stage = 'eod';
    }
    if (login !== null) {
      this.#mechanism = login.mechanism;
      this.#username = login.username;
      this.#cancelled = false;
      this.#inLogin = true;
      event.auth = this.#facts(login.username, 'command');
    }
    this.#wait(event.stage, event.recipient);
  }

  /** Reads the line of a reply at `at`; false when it has no code. */
  reply(text: string, at: number, event: MailEvent, nested: boolean): boolean {
    if (replyCodeAt(text, at, text.length) === 0) return false;
    readReply(text, at, text.length, event);
    event.kind = 'dialogue';
    event.direction = this.#direction;
    const step = this.#waiting[0];
    event.stage = step?.stage ?? (this.#began ? null : 'connect');
    if (step === undefined && event.stage === null) event.stage = stageOfStatus(event.enhancedCode);
    if (text.charCodeAt(at + 3) === DASH) {
      event.replyRole = 'repeated';
      this.#enhancedCode ??= event.enhancedCode;
      if (this.#lines.length < LONGEST_REPLY) this.#lines += `${text.substring(at)}\\n`;
      return true;
    }
    this.#waiting.shift();
    this.#began = true;
    event.recipient = step?.recipient ?? null;
    event.replyText = this.#lines + text.substring(at);
    event.enhancedCode ??= this.#enhancedCode;
    this.#lines = '';
    this.#enhancedCode = null;
    this.#settle(event, event.replyCode ?? 0, nested);
    return true;
  }

  #settle(event: MailEvent, code: number, nested: boolean): void {
    if (event.stage === 'auth') this.#verdict(event, code);
    // The data is not in a trace of ours; its reply comes next.
    else if (event.stage === 'data' && code >= 300 && code < 400 && this.#direction === 'inbound') {
      this.#waiting.unshift({ stage: 'eod', recipient: null });
    }
    if (this.#direction === 'inbound') {
      event.status = inboundStatus(event, code);
      if (code === 421 && isForNobody(event.replyText ?? '')) event.replyRole = 'not-sent';
    } else event.status = outboundStatus(event, code, nested);
  }

  #verdict(event: MailEvent, code: number): void {
    this.#asked = code === 334;
    this.#asksName = this.#asked && asksForName((event.replyText ?? '').substring(4));
    this.#inLogin = this.#asked;
    event.auth = this.#facts(null, this.#asked ? 'challenge' : outcomeOf(code, this.#cancelled));
    if (code === 235 && this.#direction === 'inbound') event.account = this.#username;
    // The challenges stand in the trace themselves.
    event.auth.counts = !this.#asked;
  }

  /** `SMTP<< YWxpY2U=`: user name or password; an asterisk gives up. */
  #answer(text: string, at: number, event: MailEvent): void {
    event.stage = 'auth';
    this.#asked = false;
    this.#cancelled = text.startsWith('*', at) && at + 1 === text.length;
    this.#wait('auth', null);
    const isName =
      this.#asksName && this.#mechanism === 'LOGIN' && this.#direction === 'inbound' && !this.#cancelled;
    const name = isName ? loginUsername(text.substring(at)) : null;
    this.#username ??= name;
    event.auth = this.#facts(name, this.#cancelled ? 'aborted' : 'command');
    if (!this.#cancelled && at < text.length) redact(event, at, text.length);
  }

  #facts(username: string | null, outcome: AuthOutcome): NonNullable<MailEvent['auth']> {
    const facts =
      this.#direction === 'inbound'
        ? serverAuth(this.#mechanism, username, outcome, null)
        : remoteAuth(this.#mechanism, username, outcome);
    facts.challengesMin = 0;
    facts.challengesTypical = 0;
    facts.counts = false;
    return facts;
  }

  #wait(stage: Stage | null, recipient: string | null): void {
    if (this.#waiting.length < MOST_WAITING) this.#waiting.push({ stage, recipient });
  }
}

/** Pipelined commands remembered at most. */
const MOST_WAITING = 10_000;
const LONGEST_REPLY = 8192;

/** `SMTP>> 421 mx1.example.org lost input connection`, `SMTP>> 421 Lost incoming connection`: the client is gone. */
function isForNobody(reply: string): boolean {
  return reply.endsWith(' lost input connection') || reply === '421 Lost incoming connection';
}

function addressIn(text: string, at: number): string | null {
  const open = text.indexOf('<', at);
  const close = open === -1 ? -1 : angleEnd(text, open);
  return close === -1 ? null : text.substring(open + 1, close);
}
