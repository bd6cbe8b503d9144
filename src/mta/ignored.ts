// A syslog file holds the lines of many programs. Which of those that no dialect knows are worth telling a postmaster?

/**
 * Whether the lines of `program` are not about mail and pass without a word. False: the program handles mail by its
 * name, so that a line nobody understands has to be counted as unrecognized. Asked for tags that no dialect claims.
 */
export function isIgnoredProgram(program: string): boolean {
  const name = program.substring(program.lastIndexOf('/') + 1).toLowerCase();
  return !MAIL.test(name) || NOT_MAIL.test(name);
}

/**
 * cron, sshd, systemd, the kernel: hundreds of programs have nothing of this in their names, and those that handle mail
 * nearly always do. `exim4`, `sm-mta`, `opensmtpd`, `vpopmail`, `fetchmail`, `cyrus/lmtpunix`, `postfix@-.service`, ….
 */
const MAIL =
  /smtp|mail|imap|pop[23a]|^pop|popper|lmtp|milter|dkim|dmarc|(?:^|[^o])spf|spam|sieve|greyl|grey$|policy|postf|exim|dovecot|amavis|clam|sasl|(?:^|-)mta|cyrus|courier|authdaemon|procmail|^deliver$|^lda$|srsd?$|virus|listserv/;

/** Names that only look like it. */
const NOT_MAIL = /^(?:popularity-contest|policykit)/;
