// A log by somebody who wants to steer terminals, break tables and forge output.

/** Sets the title, clears the screen, ends it all; the same in C1; turns text around; hides; ends lines. */
export const HOSTILE =
  '\u001b]0;pwned\u0007\u001b[2J\u0000\u009b31m\u0085\u007f\u202e\u2066\u200f\u061c\u200b\u2028\ufeff\u{e0041}\r\t';

const LONG = 'n'.repeat(2000);

/** Lines of every program, the hostile text in every place that a client, a remote server or a user can write to. */
export function hostileLog(): string {
  const bad = HOSTILE;
  const name = `${bad}${LONG}`;
  return [
    `Nov 23 18:11:02 mx1 postfix/smtpd[1]: NOQUEUE: reject: RCPT from ${bad}[192.0.2.1]: 452 4.3.1 <${name}>: Insufficient ${bad} system storage; from=<${name}@x> to=<${bad}@y> proto=ESMTP helo=<${bad}>`,
    `Nov 23 18:11:02 mx1 postfix/smtpd[1]: NOQUEUE: reject: MAIL from ${name}[192.0.2.1]: 452 4.3.1 Insufficient system storage; from=<a@x> proto=ESMTP helo=<${bad}>`,
    `Nov 23 18:11:02 mx1 postfix/smtpd[1]: warning: ${bad}[192.0.2.1]: SASL LOGIN authentication failed: ${bad}, sasl_username=${name}@example.org`,
    `Nov 23 18:11:02 mx1 postfix/smtpd[1]: 4bX3: client=${bad}[192.0.2.1], sasl_method=PLAIN, sasl_username=${bad}anna@example.org`,
    `Nov 23 18:11:02 mx1 postfix/smtp[2]: 4bX3: to=<${name}@example.org>, relay=mx${bad}[192.0.2.9]:25, delay=1, delays=0/0/0/1, dsn=4.2.2, status=deferred (host mx${bad}.example.com[192.0.2.9] said: 452-4.2.2 ${bad} mailbox full ${name} (in reply to RCPT TO command))`,
    `Nov 23 18:11:02 mx1 postfix/smtp[2]: 4bX3: host ${bad}[192.0.2.9] said: 552 5.2.2 ${name} (in reply to end of DATA command)`,
    `Nov 23 18:11:02 mx1 postfix/smtpd[1]: warning: not enough free space in mail queue: 1 bytes < 1.5*message size limit ${bad}`,
    `Nov 23 18:11:02 mx1 postfix/cleanup[3]: fatal: ${bad}: No space left on device`,
    `Nov 23 18:11:02 mx1 postfix/cleanup[3]: warning: ${name}: something nobody has seen`,
    `Nov 23 18:11:02 mx1${bad} postfix${bad}/smtp[2]: ${bad}`,
    `2026-11-23 18:11:02 1abcde-0000000abcd-1abc <= ${bad}@example.org H=(${name}) [192.0.2.1] P=esmtpa A=login:${bad} S=1 id=${bad}@x`,
    `2026-11-23 18:11:02 1abcde-0000000abcd-1abc ** ${name}@example.org R=${bad} T=${bad}: SMTP error from remote mail server after RCPT TO:<${bad}>: host mx${bad}.example.com [192.0.2.9]: 552 5.2.2 ${bad} full`,
    `2026-11-23 18:11:02 login authenticator failed for (${name}) [203.0.113.9]: 535 Incorrect authentication data (set_id=${name})`,
    `Nov 23 18:11:02 mx1 dovecot: imap-login: Disconnected (auth failed, 3 attempts in 5 secs): user=<${name}>, method=PLAIN, rip=203.0.113.9, lip=192.0.2.1, session=<${bad}>`,
    `Nov 23 18:11:02 mx1 dovecot: lda(${name})<1><${bad}>: Error: save failed to open mailbox ${bad}: Quota exceeded (mailbox for user is full)`,
    `{"MESSAGE":${JSON.stringify(`NOQUEUE: reject: RCPT from ${bad}[192.0.2.1]: 452 4.2.2 ${bad}`)},"SYSLOG_IDENTIFIER":"postfix/smtpd","_HOSTNAME":${JSON.stringify(bad)}}`,
    bad,
    name,
    '',
  ].join('\n');
}
