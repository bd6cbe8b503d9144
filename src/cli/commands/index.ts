// The commands. Each is one file and one line here; it is loaded when it is called.
import type { CommandLine } from '../parse.ts';

/** Does the command and gives the exit status; throws MailtopError for what the user can mend. */
export type Run = (line: CommandLine) => Promise<number>;

export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly help: string;
  readonly load: () => Promise<Run>;
}

export const COMMANDS: readonly Command[] = [
  {
    name: 'top',
    usage: 'mailtop [FILE|GLOB|-]...',
    help: 'the dashboard; without a terminal the text report',
    load: async () => (await import('./top.ts')).top,
  },
  {
    name: 'report',
    usage: 'mailtop report [--format text|json] [FILE|GLOB|-]...',
    help: 'read once, report once',
    load: async () => (await import('./report.ts')).report,
  },
  {
    name: 'events',
    usage: 'mailtop events [--code 452] [--kind auth] [FILE|GLOB|-]...',
    help: 'NDJSON, one object for every line of a mail program',
    load: async () => (await import('./events.ts')).events,
  },
  {
    name: 'messages',
    usage: 'mailtop messages [FILE|GLOB|-]...',
    help: 'NDJSON, one object for every mail, with what became of each recipient',
    load: async () => (await import('./messages.ts')).messages,
  },
  {
    name: 'trace',
    usage: 'mailtop trace QUERY [--raw] [--format text|json] [FILE|GLOB|-]...',
    help: 'the whole story of the mails that match a queue id, Message-ID, address, domain, IP or account',
    load: async () => (await import('./trace.ts')).trace,
  },
  {
    name: 'classify',
    usage: 'mailtop classify [FILE|-]',
    help: 'reply texts in, one a line; NDJSON with code, reason and the rule that decided out',
    load: async () => (await import('./classify.ts')).classify,
  },
  {
    name: 'explain',
    usage: 'mailtop explain [--lang en|pt-BR] [--format text|json] CODE...',
    help: 'what codes, reasons and whole replies mean, how to fix them, how they differ',
    load: async () => (await import('./explain.ts')).explain,
  },
];
