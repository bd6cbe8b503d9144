import { describe, expect, it } from 'vitest';
import { option, optionList, optionNumber, parseCommandLine } from '../../src/cli/parse.ts';

const COMMANDS = ['top', 'report', 'events', 'classify'];
const parse = (...args: string[]) => parseCommandLine(args, COMMANDS);

describe('the command line', () => {
  it('options stand anywhere, with = or a blank', () => {
    const line = parse('report', 'a.log', '--format=json', '--top', '5', 'b.log', '-q');
    expect(line.command).toBe('report');
    expect(line.operands).toEqual(['a.log', 'b.log']);
    expect([option(line, 'format'), option(line, 'top'), line.values.has('quiet')]).toEqual([
      'json',
      '5',
      true,
    ]);
  });

  it('without a command it is the dashboard; -- ends options and commands; - is stdin', () => {
    expect(parse('a.log')).toMatchObject({ command: 'top', operands: ['a.log'] });
    expect(parse('--', 'report')).toMatchObject({ command: 'top', operands: ['report'] });
    expect(parse('report', '-').operands).toEqual(['-']);
  });

  it('a command counts only as the first word', () => {
    expect(parse('a.log', 'report')).toMatchObject({ command: 'top', operands: ['a.log', 'report'] });
  });

  it('repeatable options and comma lists add up', () => {
    expect(optionList(parse('events', '--code', '452,4xx', '--code=!4.2.2'), 'code')).toEqual([
      '452',
      '4xx',
      '!4.2.2',
    ]);
  });

  it('short options may stand together, and have their value in the same word', () => {
    const line = parse('report', '-qv', '-ofile.json', '-o', 'b', '-o=c');
    expect([...line.values]).toEqual([
      ['quiet', ['']],
      ['verbose', ['']],
      ['output', ['c']],
    ]);
    expect(option(parse('report', '-qoq'), 'output')).toBe('q');
  });

  it('a value may begin with a dash, and be - itself', () => {
    expect(option(parse('report', '--from', '-2h'), 'from')).toBe('-2h');
    expect(option(parse('report', '-o', '-'), 'output')).toBe('-');
    expect(option(parse('report', '--output=--odd'), 'output')).toBe('--odd');
  });

  it.each([
    [['--fomat', 'json'], /unknown option/, /did you mean --format/],
    [['-format', 'json'], /-format: unknown option/, /did you mean --format/],
    [['-x'], /-x: unknown option/, /mailtop --help/],
    [['report', '--top'], /--top: needs a value/, /rows per table/],
    [['report', '--from', ''], /--from: needs a value/, /RFC 3339/],
    [['report', '--from='], /--from: needs a value/, /RFC 3339/],
    [['report', '--output', '--quiet'], /--output: needs a value/, /--output FILE/],
    [['report', '--quiet=yes'], /takes no value/, /write --quiet alone/],
    [['report', '-q=yes'], /takes no value/, /write --quiet alone/],
    [['report', '--color', 'allways'], /--color allways: unknown/, /did you mean always/],
    [['report', '--kind', 'auth'], /not an option of 'report'/, /mailtop events/],
    [['classify', '--from', 'today'], /not an option of 'classify'/, /mailtop report/],
  ])('%j is refused with a reason', (args, message, hint) => {
    expect(() => parse(...args)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        hint: expect.stringMatching(hint),
      }),
    );
  });

  it.each(['0', '-1', '1.5', '1e3', '0x10', ' 5', '1000001', 'ten'])(
    '--top %s is no number of rows',
    (top) => {
      expect(() => optionNumber(parse('report', `--top=${top}`), 'top', 1, 1_000_000)).toThrow(
        /not a whole number from 1 to 1000000/,
      );
    },
  );
});
