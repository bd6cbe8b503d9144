// Sessions and deliveries of an Exim server, line by line as Exim 4.96 writes its main log.
import { choice } from './random.mjs';
import { OUR_HOST, mailbox } from './population.mjs';
import { ACCEPTED, PERMANENT, TEMPORARY, filled } from './replies.mjs';
import { createMessageIds } from './queue-ids.mjs';

const OUR_ADDRESS = '192.0.2.25';
const TLS = 'X=TLS1.3:ECDHE_X25519__RSA_PSS_RSAE_SHA256__AES_256_GCM:256';
const MINUTE = 60_000;
const QUEUE_RUN = 30 * MINUTE;
const RETRIES = 12;

const AUTHENTICATOR = choice([
  ['login_server', 45],
  ['plain_server', 45],
  ['dovecot_cram', 10],
]);

const REJECTION = choice([
  [
    'rejected RCPT <{to}>: {ip} is listed at zen.dnsbl.example (127.0.0.4: https://www.dnsbl.example/query/ip/{ip})',
    34,
  ],
  ['rejected RCPT <{to}>: Unrouteable address', 24],
  ['temporarily rejected RCPT <{to}>: greylisted, try again later', 14],
  ['rejected RCPT <{to}>: relay not permitted', 12],
  ['rejected RCPT <{to}>: Sender verify failed', 8],
  ['temporarily rejected RCPT <{to}>: Could not complete sender verify', 8],
]);

const LOST = choice([
  ['unexpected disconnection while reading SMTP command from {peer} D={seconds}s', 45],
  ['SMTP command timeout on connection from {peer} D=5m', 15],
  [
    'TLS error on connection from {peer} (gnutls_handshake): The TLS connection was non-properly terminated.',
    20,
  ],
  [
    'SMTP call from {peer} dropped: too many syntax or protocol errors (last command was "{word}", C=EHLO)',
    10,
  ],
  [
    'SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H={peer} input="{word}\\r\\n"',
    10,
  ],
]);

/** Lines are counted under the name in the third argument of `add`, when they are written. */
export function createExim({ random, population, profile, timeline, longIds }) {
  const nextId = createMessageIds(random, longIds);
  const sessionKind = choice(Object.entries(profile.sessions));
  let nextQueueRun = 0;
  let pid = 700;

  const add = (time, text, name) => timeline.add(time, text, name);
  const nowAndThen = (typical) => random.waiting(typical) + 1;

  return { session };

  /** One connection or local submission that begins at `time`, with all that follows from it. */
  function session(time, { full }) {
    queueRuns(time);
    const kind = sessionKind(random);
    const mail = kind === 'inbound' || kind === 'submission';
    if (mail && full && random.chance(0.7)) refusedForSpace(time);
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
    const tls = random.chance(0.85);
    const how = `H=${client.name} [${client.address}] P=${tls ? `esmtps ${TLS} CV=no` : 'esmtp'}`;
    const message = arrive(time, population.stranger(domain), how, domain);
    const recipients = random.chance(0.12) ? random.between(2, 5) : 1;
    for (let i = 0; i < recipients; i++) deliverLocally(message, population.account());
    finish(message);
  }

  function submission(time) {
    const device = population.device();
    const account = population.account();
    const host =
      device.name === 'unknown'
        ? `(laptop) [${device.address}]`
        : `${device.name} (laptop) [${device.address}]`;
    const how = `H=${host} P=esmtpsa ${TLS} CV=no A=${AUTHENTICATOR(random)}:${account}`;
    const message = arrive(time, account, how, 'example.org');
    const recipients = random.chance(0.2) ? random.between(2, 6) : 1;
    for (let i = 0; i < recipients; i++) {
      if (random.chance(0.15)) deliverLocally(message, population.account());
      else deliverElsewhere(message);
    }
    finish(message);
  }

  function local(time) {
    const user = random.chance(0.7) ? 'www-data' : 'root';
    const message = arrive(time, `${user}@${OUR_HOST}`, `U=${user} P=local`, OUR_HOST);
    if (random.chance(0.5)) deliverLocally(message, population.account());
    else deliverElsewhere(message);
    finish(message);
  }

  function reject(time) {
    const client = population.attacker();
    const from = population.stranger(population.remoteDomain());
    let at = time;
    if (client.name === 'unknown' && random.chance(0.5))
      add(at, `no host name found for IP address ${client.address}`);
    for (let left = random.chance(0.2) ? random.between(2, 6) : 1; left > 0; left--) {
      const text = filled(REJECTION(random), random, { to: population.account(), ip: client.address });
      add((at += nowAndThen(200)), `H=${hostOf(client)} F=<${from}> ${text}`, 'rejected');
    }
  }

  function refusedForSpace(time) {
    const client = population.server(population.remoteDomain());
    const from = population.stranger(population.remoteDomain());
    const text = `temporarily rejected MAIL FROM:<${from}>: space shortage, please try later`;
    add(time, `H=${client.name} [${client.address}] ${text}`, 'rejected');
    const free = random.between(100, 9000);
    add(time, `spool directory space check failed: space=${free} inodes=${random.between(100_000, 900_000)}`);
  }

  function guess(time) {
    const client = population.attacker();
    let at = time;
    for (let left = random.chance(0.15) ? random.between(2, 5) : 1; left > 0; left--) {
      const name = random.chance(0.6)
        ? population.account()
        : random.pick(['admin', 'info', 'test', 'scanner', 'office']);
      const why = `535 Incorrect authentication data (set_id=${name})`;
      add(
        (at += 1000 + nowAndThen(300)),
        `${AUTHENTICATOR(random)} authenticator failed for ${hostOf(client)}: ${why}`,
        'authFailed',
      );
    }
  }

  function lost(time) {
    const client = population.attacker();
    const word = random.pick(['GET / HTTP/1.1', 'QUIT', 'HELO', 'AUTH NTLM']);
    add(
      time + nowAndThen(3000),
      filled(LOST(random), random, { peer: hostOf(client), seconds: String(random.between(1, 40)), word }),
    );
  }

  function hostOf({ name, address }) {
    const helo = random.chance(0.5) ? '(User)' : '(ylmf-pc)';
    return name === 'unknown' ? `${helo} [${address}]` : `${name} ${helo} [${address}]`;
  }

  function arrive(time, sender, how, messageIdDomain) {
    const id = nextId(time);
    const size = Math.floor(800 + random.waiting(30_000));
    const messageId = `${random.letters(16, 'abcdefghijklmnopqrstuvwxyz0123456789')}@${messageIdDomain}`;
    const at = time + nowAndThen(300);
    add(at, `${id} <= ${sender} ${how} S=${size} id=${messageId}`, 'arrived');
    return { id, sender, size, at, end: at, waiting: [], failed: [] };
  }

  function deliverLocally(message, address) {
    const at = message.at + nowAndThen(250);
    const user = address.slice(0, address.indexOf('@'));
    const route = 'R=dovecotuser T=dovecot_lmtp';
    const { full, bounces } = mailbox(address);
    const quota = `<${address}> Quota exceeded (mailbox for user is full)`;
    if (!full) {
      const saved = `${random.letters(22, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')} Saved`;
      done(message, at, `=> ${user} <${address}> ${route} C="250 2.0.0 <${address}> ${saved}"`, 'delivered');
    } else if (!bounces) {
      const text = `== ${address} ${route} defer (-46): LMTP error after end of data: 452 4.2.2 ${quota}`;
      done(message, at, text, 'deferred');
      message.waiting.push({
        text,
        good: `=> ${user} <${address}> ${route} C="250 2.0.0 <${address}> Saved"`,
      });
    } else {
      fail(message, at, `** ${address} ${route}: LMTP error after end of data: 552 5.2.2 ${quota}`, address);
    }
  }

  function deliverElsewhere(message) {
    const domain = population.remoteDomain();
    const address = population.stranger(domain);
    const mx = population.exchanger(domain);
    const host = `H=${mx.name} [${mx.address}]`;
    const route = 'R=dnslookup T=remote_smtp';
    const at = message.at + 100 + nowAndThen(900);
    const values = {
      rcpt: address,
      sender: message.sender,
      domain,
      mx: mx.name,
      us: OUR_ADDRESS,
      epoch: String(Math.floor(at / 1000)),
    };
    const tls = random.chance(0.85) ? `${TLS} CV=yes ` : '';
    const accepted = `${address} ${route} ${host} ${tls}C="${filled(ACCEPTED(random), random, values)}"`;
    const chance = random.next();
    if (chance < profile.unreachable) {
      const [number, why] = random.pick([
        [110, 'Connection timed out'],
        [111, 'Connection refused'],
        [113, 'No route to host'],
      ]);
      add(at - 10, `${message.id} ${host} ${why}`);
      const text = `== ${address} ${route} defer (${number}): ${why}`;
      done(message, at, text, 'deferred');
      message.waiting.push({ text, good: `=> ${accepted}`, domain });
    } else if (chance < profile.unreachable + profile.temporary) {
      const { stage, text } = TEMPORARY(random);
      const [number, where] = stageOf(stage, message, address);
      const said = `SMTP error from remote mail server after ${where}: ${multiline(filled(text, random, values))}`;
      add(at - 10, `${message.id} ${host}: ${said}`);
      const line = `== ${address} ${route} defer (${number}) ${host}: ${said}`;
      done(message, at, line, 'deferred');
      message.waiting.push({ text: line, good: `=> ${accepted}`, domain });
    } else if (chance < profile.unreachable + profile.temporary + profile.permanent) {
      const { stage, text } = PERMANENT(random);
      const [, where] = stageOf(stage, message, address);
      const said = `SMTP error from remote mail server after ${where}: ${multiline(filled(text, random, values))}`;
      fail(message, at, `** ${address} ${route} ${host}: ${said}`, address);
    } else {
      done(message, at, `=> ${accepted}`, 'delivered');
    }
  }

  function done(message, time, text, name) {
    add(time, `${message.id} ${text}`, name);
    message.end = Math.max(message.end, time);
  }

  function fail(message, time, text, address) {
    done(message, time, text, 'failed');
    message.failed.push(address);
  }

  /** Retries at the queue runs, the bounce if one is due, and the end. */
  function finish(message) {
    bounce(message);
    let at = message.end;
    for (let run = 0; run < RETRIES && message.waiting.length > 0; run++) {
      at = (Math.floor(at / QUEUE_RUN) + 1) * QUEUE_RUN + nowAndThen(20_000);
      message.waiting = message.waiting.filter((recipient) => !retry(message, at, recipient, run));
    }
    for (const { text } of message.waiting) {
      done(message, at + QUEUE_RUN, `** ${text.split(' ')[1]}: retry timeout exceeded`, 'failed');
      message.failed.push(text.split(' ')[1]);
    }
    bounce(message);
    add(message.end + 2, `${message.id} Completed`, 'completed');
  }

  /** True: delivered, at last. */
  function retry(message, time, { text, good, domain }, run) {
    if (domain !== undefined && run % 2 === 1 && random.chance(0.5)) {
      const address = text.split(' ')[1];
      const why = `defer (-53): retry time not reached for any host for '${domain}'`;
      done(message, time, `== ${address} R=dnslookup T=remote_smtp ${why}`, 'deferred');
      return false;
    }
    const cured = random.chance(0.4);
    done(message, time, cured ? good : text, cured ? 'delivered' : 'deferred');
    return cured;
  }

  function bounce(message) {
    if (message.failed.length === 0 || message.sender === '') return;
    const at = message.end + 5;
    const id = nextId(at);
    add(at, `${id} <= <> R=${message.id} U=Debian-exim P=local S=${message.size + 2300}`, 'notifications');
    const to = message.sender;
    const user = to.slice(0, to.indexOf('@'));
    add(
      at + 100,
      `${id} => ${user} <${to}> R=dovecotuser T=dovecot_lmtp C="250 2.0.0 <${to}> Saved"`,
      'delivered',
    );
    add(at + 101, `${id} Completed`, 'completed');
    message.failed = [];
    message.end = at;
  }

  function queueRuns(time) {
    if (time < nextQueueRun) return;
    const at = Math.floor(time / QUEUE_RUN) * QUEUE_RUN;
    pid += random.between(1, 400);
    add(Math.max(at, time), `Start queue run: pid=${pid}`);
    add(Math.max(at, time) + 21_000, `End queue run: pid=${pid}`);
    nextQueueRun = at + QUEUE_RUN;
  }
}

/** Exim's number for the deferral, and where in the dialogue it stood. */
function stageOf(stage, message, address) {
  if (stage === 'connect') return ['0', 'initial connection'];
  if (stage === 'mail') return ['-45', `MAIL FROM:<${message.sender}> SIZE=${message.size + 1200}`];
  if (stage === 'rcpt') return ['-44', `RCPT TO:<${address}>`];
  return ['-46', 'end of data'];
}

/** Postfix joins the lines of a reply by blanks, Exim writes `\n` between them. */
function multiline(reply) {
  return reply.replace(/ (?=\d{3}[- ]\d\.\d{1,3}\.\d{1,3})/g, '\\n');
}
