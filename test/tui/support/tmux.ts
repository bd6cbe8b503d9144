import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export function hasTmux(): boolean {
  try {
    execFileSync('tmux', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A shell in a terminal of its own, with a tmux server that nobody else uses. Nothing here waits for luck: it polls. */
export class TmuxTerminal {
  readonly folder: string;
  readonly #socket: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.#socket = join(folder, 'tmux');
  }

  static async open({ columns = 80, rows = 24, env = {} }: TerminalOptions = {}): Promise<TmuxTerminal> {
    const terminal = new TmuxTerminal(mkdtempSync(join(tmpdir(), 'mailtop-tui-')));
    const settings = {
      PATH: process.env['PATH'] ?? '',
      HOME: terminal.folder,
      LC_ALL: 'C.UTF-8',
      TERM: 'xterm-256color',
      PS1: 'PS> ',
      HISTFILE: '/dev/null',
      ...env,
    };
    const shell = Object.entries(settings).map(([name, value]) => `${name}=${quote(value)}`);
    const command = `env -i ${shell.join(' ')} bash --norc --noprofile -i`;
    await terminal.#tmux('new-session', '-d', '-s', 'm', '-x', `${columns}`, '-y', `${rows}`, command);
    await terminal.see(/^PS>/m);
    return terminal;
  }

  /** Types a command and Enter. */
  async type(command: string): Promise<void> {
    await this.#tmux('send-keys', '-t', 'm', '-l', command);
    await this.keys('Enter');
  }

  /** As `tmux send-keys`: `j`, `Enter`, `C-c`. */
  async keys(...keys: string[]): Promise<void> {
    await this.#tmux('send-keys', '-t', 'm', ...keys);
  }

  /** Bytes in hexadecimal. */
  async bytes(...bytes: string[]): Promise<void> {
    await this.#tmux('send-keys', '-t', 'm', '-H', ...bytes);
  }

  async screen(...options: string[]): Promise<string> {
    return this.#tmux('capture-pane', '-p', '-t', 'm', ...options);
  }

  /** `#{alternate_on}`, `#{cursor_flag}`, `#{pane_title}` … */
  async flag(format: string): Promise<string> {
    return (await this.#tmux('display-message', '-p', '-t', 'm', format)).trimEnd();
  }

  async resize(columns: number, rows: number): Promise<void> {
    await this.#tmux('resize-window', '-t', 'm', '-x', `${columns}`, '-y', `${rows}`);
  }

  /** Waits for the screen to match. */
  async see(pattern: RegExp): Promise<string> {
    return this.#until(
      () => this.screen(),
      (screen) => pattern.test(screen),
      String(pattern),
    );
  }

  async seeFlag(format: string, value: string): Promise<void> {
    await this.#until(
      () => this.flag(format),
      (found) => found === value,
      `${format} = ${value}`,
    );
  }

  /** The process that the shell started last. */
  async child(): Promise<number> {
    const shell = Number(await this.flag('#{pane_pid}'));
    const children = await this.#until(
      async () => childrenOf(shell),
      (found) => found !== '',
      'a child of the shell',
    );
    return Number(children.split(' ').at(-1));
  }

  /** Process ids below the shell, empty when it has none left. */
  async children(): Promise<string> {
    return childrenOf(Number(await this.flag('#{pane_pid}')));
  }

  async close(): Promise<void> {
    await this.#tmux('kill-server').catch(() => '');
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  async #until(
    look: () => Promise<string>,
    isThere: (found: string) => boolean,
    what: string,
  ): Promise<string> {
    const end = Date.now() + PATIENCE;
    for (;;) {
      const found = await look();
      if (isThere(found)) return found;
      if (Date.now() > end) throw new Error(`not seen: ${what}\n${found}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  }

  async #tmux(...args: string[]): Promise<string> {
    const { stdout } = await run('tmux', ['-S', this.#socket, '-f', '/dev/null', ...args]);
    return stdout;
  }
}

const PATIENCE = 10_000;

function childrenOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  } catch {
    return '';
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
