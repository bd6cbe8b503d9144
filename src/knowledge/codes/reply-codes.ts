// Every reply code that is known, in numeric order.
import { INTERMEDIATE } from './intermediate.ts';
import { NOT_SMTP } from './not-smtp.ts';
import { PERMANENT } from './permanent.ts';
import { PERMANENT_COMMAND } from './permanent-command.ts';
import { PERMANENT_MAIL } from './permanent-mail.ts';
import { SUCCESS } from './success.ts';
import { TRANSIENT } from './transient.ts';
import { TRANSIENT_MAIL } from './transient-mail.ts';
import type { ReplyCodeFacts } from './reply-code-facts.ts';

export const REPLY_CODES: readonly ReplyCodeFacts[] = [
  ...NOT_SMTP,
  ...SUCCESS,
  ...INTERMEDIATE,
  ...TRANSIENT,
  ...TRANSIENT_MAIL,
  ...PERMANENT_COMMAND,
  ...PERMANENT,
  ...PERMANENT_MAIL,
];
