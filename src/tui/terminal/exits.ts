/** What the ways out call. Everything must work synchronously: the process may be gone in the next turn. */
export interface ExitHandlers {
  /** Gives the terminal back. Called first on every way out, also for Ctrl-Z. */
  leave(): void;
  /** A signal asked to end; `status` is what the shell expects: 128 and the signal's number. */
  end(status: number): void;
  /** Nobody caught it. */
  fail(error: unknown): void;
  /** To the shell; `kill -TSTP` means the same as the key. */
  suspend(): void;
  /** Back from the shell: the terminal is in whatever state the shell left it. */
  resume(): void;
}

/**
 * Listens to every way in which the process may end or stop. Without it a signal ends the process without an `exit`
 * event and the alternate screen stays on. Returns the function that stops listening.
 */
export function watchExits(handlers: ExitHandlers): () => void {
  const listeners: [string, (...values: unknown[]) => void][] = [];
  const on = (name: string, listener: (...values: unknown[]) => void): void => {
    process.on(name, listener);
    listeners.push([name, listener]);
  };

  for (const [signal, number] of ENDING_SIGNALS) {
    on(signal, () => {
      handlers.leave();
      handlers.end(128 + number);
    });
  }
  for (const failure of ['uncaughtException', 'unhandledRejection']) {
    on(failure, (error) => {
      handlers.leave();
      handlers.fail(error);
    });
  }
  on('exit', () => handlers.leave());
  on('SIGTSTP', () => handlers.suspend());
  on('SIGCONT', () => handlers.resume());

  return () => {
    for (const [name, listener] of listeners) process.off(name, listener);
  };
}

/**
 * Stops the whole job, as the terminal itself would on Ctrl-Z: the shell gets the terminal back only when every process
 * of a pipeline (or of `npx`) has stopped. SIGSTOP, because the kernel drops a SIGTSTP in an orphaned process group.
 */
export function stopJob(): void {
  process.kill(0, 'SIGSTOP');
}

const ENDING_SIGNALS = [
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGQUIT', 3],
  ['SIGTERM', 15],
] as const;
