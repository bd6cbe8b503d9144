import type { ReadStream } from 'node:tty';

/**
 * Makes the process fit for Ink, which looks at all of this while it is being imported:
 * - outside of `production` React remembers a measurement per component and render, for ever;
 * - `CI` blanks the screen and `DEV` loads a network client, `INK_SCREEN_READER` rewrites all at each change;
 * - touching `process.stdin` makes a pipe on descriptor 0 non-blocking, under which the reader of the log starves.
 *   From here on `process.stdin` is the keyboard.
 */
export function prepareForInk(env: NodeJS.ProcessEnv, keyboard: ReadStream): void {
  env['NODE_ENV'] = 'production';
  for (const name of ['CI', 'CONTINUOUS_INTEGRATION', 'DEV', 'INK_SCREEN_READER']) delete env[name];
  Object.defineProperty(process, 'stdin', { value: keyboard, configurable: true });
}
