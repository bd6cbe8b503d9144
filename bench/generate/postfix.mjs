// Sessions and deliveries of a Postfix server, line by line as Postfix 3.7 writes them through syslog.
import { choice } from './random.mjs';
import { OUR_HOST, mailbox } from './population.mjs';
import { ACCEPTED, PERMANENT, TEMPORARY, filled } from './replies.mjs';
import { createProcesses } from './processes.mjs';
import { createQueueIds } from './queue-ids.mjs';

const OUR_ADDRESS = '192.0.2.25';
const TLS_TAIL =
  'TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits) server-digest SHA256';
const HOUR = 3_600_000;
/** minimal_backoff_time, then doubled up to maximal_backoff_time. */
const RETRIES = [
  300_000, 600_000, 1_200_000, 2_400_000, 4_000_000, 4_000_000, 4_000_000, 4_000_000, 4_000_000, 4_000_000,
];

const MECHANISM = choice([
  ['PLAIN', 55],
  ['LOGIN', 40],
  ['XOAUTH2', 5],
]);

const REJECTION = choice([
  [
    '554 5.7.1 Service unavailable; Client host [{ip}] blocked using zen.dnsbl.example; https://www.dnsbl.example/query/ip/{ip}; from=<{from}> to=<{to}> proto=ESMTP helo=<{helo}>',
    34,
  ],
  [
    '550 5.1.1 <{to}>: Recipient address rejected: User unknown in local recipient table; from=<{from}> to=<{to}> proto=ESMTP helo=<{helo}>',
    24,
  ],
  [
    '450 4.7.25 Client host rejected: cannot find your hostname, [{ip}]; from=<{from}> to=<{to}> proto=ESMTP helo=<{helo}>',
    14,
  ],
  ['554 5.7.1 <{to}>: Relay access denied; from=<{from}> to=<{to}> proto=ESMTP helo=<{helo}>', 9],
  [
    '450 4.2.0 <{to}>: Recipient address rejected: Greylisted, see http://postgrey.example/help/example.org.html; from=<{from}> to=<{to}> proto=ESMTP helo=<{helo}>',
    9,
  ],
  [
    '504 5.5.2 <{helo}>: Helo command rejected: need fully-qualified hostname; from=<{from}> to=<{to}> proto=SMTP helo=<{helo}>',
    5,
  ],
  [
    '450 4.1.8 <{from}>: Sender address rejected: Domain not found; from=<{from}> to=<{to}> proto=ESMTP helo=<{helo}>',
    5,
  ],
]);

const LOST = choice([
  [{ where: 'CONNECT', counters: 'commands=0/0' }, 30],
  [{ where: 'EHLO', counters: 'ehlo=1 commands=1' }, 20],
  [{ where: 'UNKNOWN', counters: 'unknown=0/1 commands=0/1' }, 15],
  [{ where: 'STARTTLS', counters: 'ehlo=1 starttls=0/1 commands=1/2' }, 15],
  [{ where: 'RCPT', counters: 'ehlo=1 mail=1 rcpt=0/1 commands=2/3' }, 10],
  [{ where: 'DATA', counters: 'ehlo=1 mail=1 rcpt=1 data=0/1 commands=3/4' }, 10],
]);

/** Lines are counted under the name in the third argument of `add`, when they are written. */
export function createPostfix({ random, population, profile, timeline, longIds }) {
  const processes = createProcesses(random);
  const nextId = createQueueIds(random, longIds);
  const sessionKind = choice(Object.entries(profile.sessions));
  const qmgr = processes.single();
  const anvil = processes.single();
  const screen = processes.single();
  const recent = new Map();
  let statisticsAt = 0;

  const add = (time, program, pid, text, name) =>
    timeline.add(time, `mx1 postfix/${program}[${pid}]: ${text}`, name);
  const nowAndThen = (typical) => random.waiting(typical) + 1;

  return { session };

  /** One connection or local submission that begins at `time`, with all that follows from it. */
  function session(time, { full }) {
    const kind = sessionKind(random);
    const wantsSpace = kind === 'inbound' || kind === 'submission';
    if (wantsSpace && full && random.chance(0.7)) refusedForSpace(time);
    else if (kind === 'inbound') inbound(time);
    else if (kind === 'submission') submission(time);
    else if (kind === 'local') local(time);
    else if (kind === 'reject') reject(time);
    else if (kind === 'guess') guess(time);
    else lost(time);
  }

  function inbound(time) {
    const domain = population.remoteDomain();
    const client = population.server(domain);
    const peer = `${client.name}[${client.address}]`;
    const tls = random.chance(0.85);
    const messages = random.chance(0.04) ? 2 : 1;
    let at = screened(time, client.address, true);
    const worker = processes.worker('smtpd', at);
    const { pid } = worker;
    connect(at, 'smtpd', pid, client);
    if (tls)
      add(
        (at += nowAndThen(40)),
        'smtpd',
        pid,
        `Anonymous TLS connection established from ${peer}: ${TLS_TAIL}`,
      );
    let rcpts = 0;
    for (let i = 0; i < messages; i++) {
      const recipients = random.chance(0.12) ? random.between(2, 5) : 1;
      rcpts += recipients;
      const message = arrive(
        (at += nowAndThen(120)),
        'smtpd',
        pid,
        `client=${peer}`,
        population.stranger(domain),
        domain,
      );
      const to = Array.from({ length: recipients }, () => population.account());
      const done = queue(message, recipients);
      for (const address of to) deliverLocally(message, done, address);
      finish(message);
      at = message.queued;
    }
    const greeting = tls ? 'ehlo=2 starttls=1' : 'ehlo=1';
    const commands = (tls ? 3 : 1) + messages * 2 + rcpts + 1;
    const counters = `${greeting} mail=${messages} rcpt=${rcpts} data=${messages} quit=1 commands=${commands}`;
    disconnect(at + nowAndThen(60), 'smtpd', worker, peer, counters);
  }

  function submission(time) {
    const device = population.device();
    const peer = `${device.name}[${device.address}]`;
    const account = population.account();
    const worker = processes.worker('submission/smtpd', time);
    const { pid } = worker;
    let at = time;
    connect(at, 'submission/smtpd', pid, device);
    add(
      (at += nowAndThen(60)),
      'submission/smtpd',
      pid,
      `Anonymous TLS connection established from ${peer}: ${TLS_TAIL}`,
    );
    const login = `client=${peer}, sasl_method=${MECHANISM(random)}, sasl_username=${account}`;
    const message = arrive((at += nowAndThen(300)), 'submission/smtpd', pid, login, account, 'example.org');
    const recipients = random.chance(0.2) ? random.between(2, 6) : 1;
    const done = queue(message, recipients);
    for (let i = 0; i < recipients; i++) {
      if (random.chance(0.15)) deliverLocally(message, done, population.account());
      else deliverElsewhere(message, done);
    }
    finish(message);
    const counters = `ehlo=2 starttls=1 auth=1 mail=1 rcpt=${recipients} data=1 quit=1 commands=${7 + recipients}`;
    disconnect(message.queued + nowAndThen(80), 'submission/smtpd', worker, peer, counters);
  }

  function local(time) {
    const pid = processes.take('pickup', time, 50);
    const sender = random.chance(0.7) ? `www-data@${OUR_HOST}` : `root@${OUR_HOST}`;
    const uid = sender.startsWith('root') ? 0 : 33;
    const message = arrive(
      time,
      'pickup',
      pid,
      `uid=${uid} from=<${sender.slice(0, sender.indexOf('@'))}>`,
      sender,
      OUR_HOST,
    );
    const done = queue(message, 1);
    if (random.chance(0.5)) deliverLocally(message, done, population.account());
    else deliverElsewhere(message, done);
    finish(message);
  }

  function reject(time) {
    const client = population.attacker();
    const peer = `${client.name}[${client.address}]`;
    const at = screened(time, client.address, random.chance(0.6));
    if (at === null) return;
    const worker = processes.worker('smtpd', at);
    const { pid } = worker;
    connect(at, 'smtpd', pid, client);
    const domain = population.remoteDomain();
    const values = {
      ip: client.address,
      from: population.stranger(domain),
      to: population.account(),
      helo: random.chance(0.5) ? domain : 'User',
    };
    const rejected = random.chance(0.2) ? random.between(2, 6) : 1;
    let later = at;
    for (let i = 0; i < rejected; i++) {
      values.to = population.account();
      const text = filled(REJECTION(random), random, values);
      add(
        (later += nowAndThen(150)),
        'smtpd',
        pid,
        `NOQUEUE: reject: RCPT from ${peer}: ${text}`,
        'rejected',
      );
    }
    const quits = random.chance(0.6);
    if (!quits) add((later += nowAndThen(50)), 'smtpd', pid, `lost connection after RCPT from ${peer}`);
    const counters = `ehlo=1 mail=1 rcpt=0/${rejected}${quits ? ' quit=1' : ''} commands=${quits ? 3 : 2}/${(quits ? 3 : 2) + rejected}`;
    disconnect(later + 1, 'smtpd', worker, peer, counters);
  }

  /** The free-space check at MAIL FROM: the client is told 452, the reason is in the warning after it. */
  function refusedForSpace(time) {
    const client = population.server(population.remoteDomain());
    const peer = `${client.name}[${client.address}]`;
    const worker = processes.worker('smtpd', time);
    const { pid } = worker;
    connect(time, 'smtpd', pid, client);
    const at = time + nowAndThen(100);
    const reply = '452 4.3.1 Insufficient system storage';
    add(
      at,
      'smtpd',
      pid,
      `NOQUEUE: reject: MAIL from ${peer}: ${reply}; proto=ESMTP helo=<${client.name}>`,
      'rejected',
    );
    const free = random.between(1_000_000, 60_000_000);
    add(
      at,
      'smtpd',
      pid,
      `warning: not enough free space in mail queue: ${free} bytes < 1.5*message size limit`,
    );
    disconnect(at + nowAndThen(40), 'smtpd', worker, peer, 'ehlo=1 mail=0/1 quit=1 commands=2/3');
  }

  /** Somebody tries passwords. */
  function guess(time) {
    const client = population.attacker();
    const peer = `${client.name}[${client.address}]`;
    const service = random.chance(0.7) ? 'submission/smtpd' : 'smtpd';
    const worker = processes.worker(service, time);
    const { pid } = worker;
    connect(time, service, pid, client);
    let at = time;
    const tries = random.chance(0.15) ? random.between(2, 5) : 1;
    for (let i = 0; i < tries; i++) {
      const mechanism = random.chance(0.8) ? 'LOGIN' : 'PLAIN';
      const name = random.chance(0.6)
        ? population.account()
        : random.pick(['admin', 'info', 'test', 'scanner', 'office']);
      const why = `SASL ${mechanism} authentication failed: (reason unavailable), sasl_username=${name}`;
      add((at += 2000 + nowAndThen(300)), service, pid, `warning: ${peer}: ${why}`, 'authFailed');
    }
    const quits = random.chance(0.4);
    if (!quits) add((at += nowAndThen(30)), service, pid, `lost connection after AUTH from ${peer}`);
    const counters = `ehlo=1 auth=0/${tries}${quits ? ' quit=1' : ''} commands=${quits ? 2 : 1}/${(quits ? 2 : 1) + tries}`;
    disconnect(at + 1, service, worker, peer, counters);
  }

  function lost(time) {
    const client = population.attacker();
    const peer = `${client.name}[${client.address}]`;
    const worker = processes.worker('smtpd', time);
    const { pid } = worker;
    connect(time, 'smtpd', pid, client);
    const { where, counters } = LOST(random);
    const at = time + nowAndThen(1500);
    if (where === 'STARTTLS') add(at, 'smtpd', pid, `SSL_accept error from ${peer}: lost connection`);
    const event = random.chance(0.15) ? 'timeout' : 'lost connection';
    add(at, 'smtpd', pid, `${event} after ${where} from ${peer}`);
    disconnect(at, 'smtpd', worker, peer, counters);
  }

  function connect(time, service, pid, { name, address }) {
    if (name === 'unknown' && random.chance(0.3)) {
      add(
        time,
        service,
        pid,
        `warning: hostname host.${address.replaceAll(/[.:]/g, '-')}.isp.example does not resolve to address ${address}`,
      );
    }
    add(time, service, pid, `connect from ${name}[${address}]`, 'connections');
    statistics(time, address);
  }

  function disconnect(time, service, worker, peer, counters) {
    worker.freeAt = time + 1;
    add(time, service, worker.pid, `disconnect from ${peer} ${counters}`);
  }

  /** The time at which smtpd gets the connection; null when postscreen keeps it. */
  function screened(time, address, passes) {
    if (!profile.postscreen) return time;
    const peer = `[${address}]:${random.between(1024, 65535)}`;
    add(time, 'postscreen', screen, `CONNECT from ${peer} to [${OUR_ADDRESS}]:25`);
    if (passes) {
      add(time + 1, 'postscreen', screen, `PASS ${random.chance(0.9) ? 'OLD' : 'NEW'} ${peer}`);
      return time + 2;
    }
    const dnsblog = processes.take('dnsblog', time, 100);
    add(time + 3, 'dnsblog', dnsblog, `addr ${address} listed by domain zen.dnsbl.example as 127.0.0.4`);
    add(time + 6000, 'postscreen', screen, `DNSBL rank 3 for ${peer}`);
    const from = population.stranger(population.remoteDomain());
    const reply = `550 5.7.1 Service unavailable; client [${address}] blocked using zen.dnsbl.example`;
    const tail = `from=<${from}>, to=<${population.account()}>, proto=ESMTP, helo=<${random.pick(['ylmf-pc', 'win10', 'localhost.localdomain'])}>`;
    add(
      time + 6200,
      'postscreen',
      screen,
      `NOQUEUE: reject: RCPT from ${peer}: ${reply}; ${tail}`,
      'rejected',
    );
    add(time + 6300, 'postscreen', screen, `DISCONNECT ${peer}`);
    return null;
  }

  function arrive(time, program, pid, how, sender, messageIdDomain) {
    const id = nextId(time);
    add(time, program, pid, `${id}: ${how}`, 'arrived');
    const cleanup = processes.take('cleanup', time, 200);
    const messageId = `${random.letters(16, 'abcdefghijklmnopqrstuvwxyz0123456789')}@${messageIdDomain}`;
    add(time + nowAndThen(30), 'cleanup', cleanup, `${id}: message-id=<${messageId}>`);
    return {
      id,
      sender,
      arrived: time,
      queued: 0,
      size: Math.floor(800 + random.waiting(30_000)),
      waiting: [],
      end: 0,
    };
  }

  /** Into the active queue; the time at which deliveries may begin. */
  function queue(message, recipients) {
    message.queued = message.arrived + 60 + nowAndThen(150);
    message.end = message.queued;
    message.recipients = recipients;
    active(message, message.queued, recipients);
    return message.queued;
  }

  function active(message, time, recipients) {
    add(
      time,
      'qmgr',
      qmgr,
      `${message.id}: from=<${message.sender}>, size=${message.size}, nrcpt=${recipients} (queue active)`,
    );
  }

  function deliverLocally(message, begin, address) {
    const at = begin + nowAndThen(200);
    const pid = processes.take('lmtp', at, 300);
    const relay = `relay=${OUR_HOST}[private/dovecot-lmtp]`;
    const { full, bounces } = mailbox(address);
    if (!full) {
      const saved = `250 2.0.0 <${address}> ${random.letters(22, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')} Saved`;
      outcome(message, at, 'lmtp', pid, address, relay, '2.0.0', 'sent', saved);
    } else if (!bounces) {
      const said = `host ${OUR_HOST}[private/dovecot-lmtp] said: 452 4.2.2 <${address}> Quota exceeded (mailbox for user is full) (in reply to end of DATA command)`;
      outcome(message, at, 'lmtp', pid, address, relay, '4.2.2', 'deferred', said);
      message.waiting.push({ address, relay, said, dsn: '4.2.2', program: 'lmtp' });
    } else {
      const said = `host ${OUR_HOST}[private/dovecot-lmtp] said: 552 5.2.2 <${address}> Quota exceeded (mailbox for user is full) (in reply to end of DATA command)`;
      outcome(message, at, 'lmtp', pid, address, relay, '5.2.2', 'bounced', said);
      message.bounced = true;
    }
  }

  function deliverElsewhere(message, begin) {
    const domain = population.remoteDomain();
    const address = population.stranger(domain);
    const mx = population.exchanger(domain);
    const host = `${mx.name}[${mx.address}]`;
    const relay = `relay=${host}:25`;
    const at = begin + 100 + nowAndThen(900);
    const pid = processes.take('smtp', at, 800);
    const chance = random.next();
    const values = {
      rcpt: address,
      sender: message.sender,
      domain,
      mx: mx.name,
      us: OUR_ADDRESS,
      epoch: String(Math.floor(at / 1000)),
    };
    if (chance < profile.unreachable) {
      const why = random.pick(['Connection timed out', 'Connection refused', 'No route to host']);
      const said = `connect to ${host}:25: ${why}`;
      add(at, 'smtp', pid, said);
      outcome(message, at, 'smtp', pid, address, 'relay=none', '4.4.1', 'deferred', said);
      message.waiting.push({
        address,
        relay: 'relay=none',
        said,
        dsn: '4.4.1',
        program: 'smtp',
        good: relay,
        values,
      });
    } else if (chance < profile.unreachable + profile.temporary) {
      const { stage, text } = TEMPORARY(random);
      const reply = filled(text, random, values);
      const said =
        stage === 'connect'
          ? `host ${host} refused to talk to me: ${reply}`
          : `host ${host} said: ${reply} (in reply to ${COMMANDS[stage]} command)`;
      const dsn = enhancedOf(reply) ?? '4.0.0';
      if (random.chance(0.2)) add(at - 50, 'smtp', pid, `${message.id}: ${said}`);
      outcome(message, at, 'smtp', pid, address, relay, dsn, 'deferred', said);
      message.waiting.push({ address, relay, said, dsn, program: 'smtp', good: relay, values });
    } else if (chance < profile.unreachable + profile.temporary + profile.permanent) {
      const { stage, text } = PERMANENT(random);
      const reply = filled(text, random, values);
      const said = `host ${host} said: ${reply} (in reply to ${COMMANDS[stage]} command)`;
      outcome(message, at, 'smtp', pid, address, relay, enhancedOf(reply) ?? '5.0.0', 'bounced', said);
      message.bounced = true;
    } else {
      if (random.chance(0.6)) {
        add(
          at - 60,
          'smtp',
          pid,
          `${random.chance(0.5) ? 'Untrusted' : 'Trusted'} TLS connection established to ${host}:25: ${TLS_TAIL}`,
        );
      }
      outcome(
        message,
        at,
        'smtp',
        pid,
        address,
        relay,
        '2.0.0',
        'sent',
        filled(ACCEPTED(random), random, values),
      );
    }
  }

  function outcome(message, time, program, pid, address, relay, dsn, status, text) {
    const delay = (time - message.arrived) / 1000;
    const delays = `${short(Math.min(delay, 0.3))}/${short(Math.max(0, delay - 1))}/${short(random.next() / 10)}/${short(random.next() / 3)}`;
    const line = `${message.id}: to=<${address}>, ${relay}, delay=${short(delay)}, delays=${delays}, dsn=${dsn}, status=${status} (${text})`;
    add(time, program, pid, line, status);
    message.end = Math.max(message.end, time);
  }

  /** Retries until delivered or expired, a bounce if one is due, and the end. */
  function finish(message) {
    let at = message.end;
    for (const delay of RETRIES) {
      if (message.waiting.length === 0) break;
      at += delay + nowAndThen(20_000);
      active(message, at, message.waiting.length);
      message.waiting = message.waiting.filter((recipient) => !retry(message, at, recipient));
    }
    if (message.waiting.length > 0) {
      at += 20 * HOUR;
      add(
        at,
        'qmgr',
        qmgr,
        `${message.id}: from=<${message.sender}>, status=expired, returned to sender`,
        'expired',
      );
      message.bounced = true;
      message.end = at;
    }
    if (message.bounced === true && message.sender !== '') bounce(message);
    add(message.end + 2, 'qmgr', qmgr, `${message.id}: removed`, 'removed');
  }

  /** True: delivered, at last. */
  function retry(message, time, { address, relay, said, dsn, program, good, values }) {
    const at = time + 50 + nowAndThen(600);
    const pid = processes.take(program, at, 500);
    const cured = random.chance(dsn === '4.2.0' || dsn === '4.7.1' ? 0.8 : 0.25);
    if (!cured) outcome(message, at, program, pid, address, relay, dsn, 'deferred', said);
    else if (program === 'lmtp')
      outcome(message, at, program, pid, address, relay, '2.0.0', 'sent', `250 2.0.0 <${address}> Saved`);
    else
      outcome(
        message,
        at,
        program,
        pid,
        address,
        good,
        '2.0.0',
        'sent',
        filled(ACCEPTED(random), random, values),
      );
    return cured;
  }

  function bounce(message) {
    const at = message.end + 10;
    const pid = processes.take('bounce', at, 100);
    const id = nextId(at);
    const cleanup = processes.take('cleanup', at, 100);
    add(at, 'cleanup', cleanup, `${id}: message-id=<${syslogId(at)}.${id}@${OUR_HOST}>`);
    add(at + 1, 'bounce', pid, `${message.id}: sender non-delivery notification: ${id}`, 'notifications');
    const notice = {
      id,
      sender: '',
      arrived: at,
      queued: at + 3,
      end: at + 3,
      size: message.size + 2300,
      waiting: [],
    };
    active(notice, notice.queued, 1);
    const ours = message.sender.includes('example.org') || message.sender.includes('example.net');
    const address = message.sender;
    const to = processes.take(ours ? 'lmtp' : 'smtp', at, 200);
    const relay = ours
      ? `relay=${OUR_HOST}[private/dovecot-lmtp]`
      : `relay=mx1.${address.slice(address.indexOf('@') + 1)}[198.18.7.7]:25`;
    outcome(
      notice,
      notice.queued + nowAndThen(200),
      ours ? 'lmtp' : 'smtp',
      to,
      address,
      relay,
      '2.0.0',
      'sent',
      ours ? `250 2.0.0 <${address}> Saved` : '250 2.0.0 Ok',
    );
    add(notice.end + 1, 'qmgr', qmgr, `${id}: removed`, 'removed');
  }

  /** anvil tells its maxima every ten minutes. */
  function statistics(time, address) {
    const count = (recent.get(address) ?? 0) + 1;
    recent.set(address, count);
    if (time < statisticsAt) return;
    if (statisticsAt > 0) {
      const [busiest, most] = [...recent].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
      const when = timeline.stamp(time - 60_000);
      add(
        time,
        'anvil',
        anvil,
        `statistics: max connection rate ${most}/60s for (smtp:${busiest}) at ${when}`,
      );
      add(
        time,
        'anvil',
        anvil,
        `statistics: max connection count ${1 + (most % 5)} for (smtp:${busiest}) at ${when}`,
      );
      add(time, 'anvil', anvil, `statistics: max cache size ${recent.size} at ${when}`);
    }
    recent.clear();
    statisticsAt = time + 600_000;
  }
}

const COMMANDS = { helo: 'EHLO', mail: 'MAIL FROM', rcpt: 'RCPT TO', data: 'DATA', eod: 'end of DATA' };

function enhancedOf(reply) {
  return /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})/.exec(reply)?.[1] ?? null;
}

/** Two digits that count, and no less than a hundredth, as Postfix prints delays. */
function short(seconds) {
  return String(Number(seconds < 1 ? seconds.toFixed(2) : seconds.toPrecision(2)));
}

function syslogId(time) {
  return new Date(time).toISOString().replaceAll(/\D/g, '').slice(0, 14);
}
