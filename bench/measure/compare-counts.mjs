// Before speed: do all count the same? mailtop's report against what the generator wrote, and against the reference tool.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const LARGEST_REPORT = 256 * 1024 * 1024;

/** The differences, in words, and what the generator says is in the log. */
export function compareCounts(mta, contenders, countsFile) {
  const written = JSON.parse(readFileSync(countsFile, 'utf8'));
  const outputs = contenders
    .filter(({ isOtherWork }) => !isOtherWork)
    .map(({ label, command, args }) => [
      label,
      execFileSync(command, args, { encoding: 'utf8', maxBuffer: LARGEST_REPORT }),
    ]);
  const [[, json], reference] = outputs;
  const ours = COUNTS[mta].ofReport(JSON.parse(json));
  const differences = unequal('the generator', ours, COUNTS[mta].ofGenerator(written));
  if (reference !== undefined) {
    const [label, text] = reference;
    differences.push(...unequal(label, ours, COUNTS[mta].ofReference(text)));
  }
  return { differences, written };
}

function unequal(whom, ours, theirs) {
  return Object.entries(theirs)
    .filter(([what, count]) => ours[what] !== count)
    .map(([what, count]) => `${what}: ${ours[what]} by mailtop, ${count} by ${whom}`);
}

const COUNTS = {
  postfix: {
    ofReport: ({ input, messages, replies }) => ({
      lines: input.lines,
      // A client that left before the end is no message for us; pflogsumm cannot tell.
      received: messages.received + messages.canceled,
      delivered: replies.by_class['2xx'],
      deferrals: messages.deferral_attempts,
      deferred: messages.deferred,
      bounced: messages.bounced,
      rejected: messages.rejected.temporary + messages.rejected.permanent,
    }),
    ofGenerator: ({ lines, arrived, sent, deferred, bounced, rejected }) => ({
      lines,
      received: arrived,
      delivered: sent,
      deferrals: deferred,
      bounced,
      rejected,
    }),
    ofReference: (text) => ({
      received: numberIn(text, /^ *(\d+) +received/m),
      delivered: numberIn(text, /^ *(\d+) +delivered/m),
      deferred: numberIn(text, /^ *(\d+) +deferred/m),
      deferrals: numberIn(text, /\((\d+) +deferrals\)/),
      bounced: numberIn(text, /^ *(\d+) +bounced/m),
      rejected: numberIn(text, /^ *(\d+) +rejected/m),
    }),
  },
  exim: {
    ofReport: ({ input, messages, replies, auth }) => ({
      lines: input.lines,
      received: messages.received,
      'received with notices': messages.received + messages.notifications,
      delivered: replies.by_class['2xx'],
      deferred: messages.deferred,
      'failed logins': auth.failed,
    }),
    ofGenerator: ({ lines, arrived, delivered, authFailed }) => ({
      lines,
      received: arrived,
      delivered,
      'failed logins': authFailed,
    }),
    ofReference: (text) => ({
      'received with notices': numberIn(text, /^ *Received +\S+ +(\d+)/m),
      delivered: numberIn(text, /^ *Delivered +\S+ +(\d+)/m),
      deferred: numberIn(text, /^ *Received +\S+ +\d+ +\d+ +(\d+)/m),
    }),
  },
};

function numberIn(text, pattern) {
  return Number(pattern.exec(text)?.[1] ?? NaN);
}
