// The dialects, in the order in which they are asked for a syslog tag. A new MTA is a folder beside these and a line here.
import type { Dialect } from '../model/line.ts';
import { dovecot } from './dovecot/index.ts';
import { exim } from './exim/index.ts';
import { neighbours } from './neighbours/index.ts';
import { postfix } from './postfix/index.ts';

// Neighbours first: their names are exact, and some look like Postfix ("postfix/policy-spf").
export const DIALECTS: readonly Dialect[] = [neighbours, postfix, exim, dovecot];
