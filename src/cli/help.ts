// `--help`: made from the command and option tables.
import { UsageError } from '../model/errors.ts';
import { COMMANDS } from './commands/index.ts';
import { nearest } from '../format/nearest.ts';
import { OPTIONS, READING, type OptionSpec } from './options.ts';

const WIDTH = 78;
const COLUMN = 26;

/** Help for one command, or for all of mailtop when `command` is null or the dashboard. Throws UsageError. */
export function helpText(command: string | null): string {
  if (command === null || command === 'top') return overview();
  const known = COMMANDS.find(({ name }) => name === command);
  if (known === undefined) {
    const close = nearest(
      command,
      COMMANDS.map(({ name }) => name),
    );
    throw new UsageError(
      `help ${command}: no such command`,
      close === null ? 'mailtop --help' : `mailtop help ${close}`,
    );
  }
  const options = OPTIONS.filter(({ commands }) => commands === undefined || commands.includes(command));
  return `${known.usage}\n\n  ${known.help}\n\nOptions\n${optionTable(options, false)}`;
}

function overview(): string {
  const examples = [
    ['mailtop /var/log/maillog*', 'the dashboard'],
    ['mailtop report --from yesterday --to today', "yesterday's report, for cron"],
    ['mailtop report --format json LOG | jq .storage', 'numbers for a program'],
    ['ssh mx1 cat /var/log/mail.log | mailtop', 'from another host'],
    ['mailtop events --code 452 LOG', 'every line that says 452'],
    ["echo '452 4.2.2 over quota' | mailtop classify", 'what a reply means'],
    ['mailtop explain 334 452', 'what codes mean'],
  ];
  const lines = examples.map(([text = '', does = '']) => `  ${text.padEnd(46)} ${does}`);
  const commands = COMMANDS.map(({ name, help }) => row(name === 'top' ? '(none)' : name, help));
  return `mailtop: top for a mail server. Reads Postfix, Exim, Dovecot.

${lines.join('\n')}

mailtop [COMMAND] [OPTIONS] [FILE|GLOB|-]...
Without FILE: what is piped in, else the mail logs of this host.

Commands
${commands.join('\n')}
${row('help COMMAND', 'how to use a command')}

Options
${optionTable(OPTIONS, true)}
Exit status: 0 done; 1 something could not be read or recognised, or --fail-on
holds; 2 wrong usage, or nothing could be read; 130 interrupted.
`;
}

/** @param where also for which commands an option is, if not for all that read logs. */
function optionTable(options: readonly OptionSpec[], where: boolean): string {
  return options
    .map((option) => {
      const { name, short, value, help } = option;
      const left = `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
      return `${row(left, where ? help + commandsOf(option) : help)}\n`;
    })
    .join('');
}

function commandsOf({ commands }: OptionSpec): string {
  if (commands === undefined || commands === READING) return '';
  return ` (${commands.filter((each) => each !== 'top').join(', ')})`;
}

/** Two columns, the right one wrapped at 78. */
function row(left: string, right: string): string {
  const lines: string[] = [];
  let text = '';
  for (const word of right.split(' ')) {
    if (text !== '' && COLUMN + text.length + 1 + word.length > WIDTH) {
      lines.push(text);
      text = word;
    } else {
      text += text === '' ? word : ` ${word}`;
    }
  }
  lines.push(text);
  const indent = ' '.repeat(COLUMN);
  const head = `  ${left}`;
  const first = head.length < COLUMN ? head.padEnd(COLUMN) : `${head}\n${indent}`;
  return first + lines.join(`\n${indent}`);
}
