import { describe, expect, it } from 'vitest';
import { option, optionList, parseCommandLine } from '../../src/cli/parse.ts';

const COMMANDS = ['top', 'report', 'events'];
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

  it.each([
    [
      ['--fomat', 'json'],
      { message: expect.stringMatching(/unknown option/), hint: 'did you mean --format?' },
    ],
    [['report', '--top'], { message: expect.stringMatching(/needs a value/) }],
    [['report', '--quiet=yes'], { message: expect.stringMatching(/takes no value/) }],
    [
      ['report', '--kind', 'auth'],
      {
        message: expect.stringMatching(/not an option of 'report'/),
        hint: expect.stringMatching(/mailtop events/),
      },
    ],
  ])('%j is refused with a reason', (args, error) => {
    expect(() => parse(...args)).toThrow(expect.objectContaining(error));
  });
});
