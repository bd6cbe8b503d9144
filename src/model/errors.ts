/** Why mailtop could not do what it was asked. Lines that cannot be read are counted, not thrown. */
export class MailtopError extends Error {
  /** Stable, for programs: `no-match`, `usage`, `unreadable`, … */
  readonly code: string;
  /** What to type or do next. */
  readonly hint: string | null;

  constructor(code: string, message: string, hint: string | null = null, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MailtopError';
    this.code = code;
    this.hint = hint;
  }
}

/** The command line is wrong: exit status 2. */
export class UsageError extends MailtopError {
  constructor(message: string, hint: string | null = null) {
    super('usage', message, hint);
    this.name = 'UsageError';
  }
}
