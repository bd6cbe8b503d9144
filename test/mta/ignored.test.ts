import { expect, test } from 'vitest';
import { isIgnoredProgram } from '../../src/mta/ignored.ts';

test.each([
  'cron',
  'CRON',
  '/usr/sbin/cron',
  'sshd',
  'systemd',
  'systemd-logind',
  'kernel',
  'sudo',
  'su',
  'dhclient',
  'ntpd',
  'chronyd',
  'named',
  'dbus-daemon',
  'NetworkManager',
  'fail2ban.actions',
  'popularity-contest',
  'postgres',
  'ospfd',
  'nginx',
  'policykit-1',
])('%s is not about mail', (program) => {
  expect(isIgnoredProgram(program)).toBe(true);
});

test.each([
  'smtpd',
  'opensmtpd',
  'sendmail',
  'sm-mta',
  'fetchmail',
  'mailman',
  'imapd',
  'courier-pop3d',
  'cyrus/lmtpunix',
  'ipop3d',
  'my-milter',
  'dkimsign',
  'spamfilter',
  'sieve-test',
  'greylistd',
  'policy-server',
  'postfix@-.service',
  'exim4',
])('%s is worth a word when nobody understands it', (program) => {
  expect(isIgnoredProgram(program)).toBe(false);
});
