import type { LogLine } from './line.ts';

/** A line of which nothing is known yet. */
export function newLine(): LogLine {
  return {
    file: '',
    line: 0,
    time: null,
    host: null,
    program: null,
    pid: null,
    text: '',
    style: 'none',
    priority: null,
    repeat: 1,
  };
}
