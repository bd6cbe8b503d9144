// Every line of Exim's that begins with fixed words, and who reads it. A new kind of line is a row here.
// Lines with a flag (`<=`, `=>`, …), a host phrase or an authenticator's name in front are told apart in `entry.ts`.
import type { MailEvent } from '../../model/event.ts';
import {
  readCommandTimeout,
  readConnection,
  readDataTimeout,
  readLostAfterDot,
  readNoMail,
  readNumberedConnection,
  readUnexpectedEnd,
} from './connection.ts';
import { readOldHostAttempt } from './host-attempt.ts';
import {
  readCompleted,
  readDeferredByFilter,
  readFrozen,
  readRecipientResponse,
  readRemoved,
  readStillFrozen,
  readUnfrozen,
} from './lifecycle.ts';
import {
  readAddressLookup,
  readAdmin,
  readClientTlsError,
  readEtrn,
  readFailedVrfy,
  readFreeText,
  readHostLookup,
  readIgnoredParameter,
  readRoutingRemark,
  readScannerTrouble,
  readServerTlsError,
  readTrouble,
  readWarning,
} from './notices.ts';
import { readProtocolError, readSyncError, readSyntaxError } from './protocol.ts';
import {
  readRefusedCommand,
  readTemporarilyRefusedHelo,
  readTooManyRecipients,
  readUnqualifiedRecipient,
  readUnqualifiedSender,
} from './refused-command.ts';
import {
  readDropped,
  readRefused,
  readRefusedByLimit,
  readTemporarilyRefused,
} from './refused-connection.ts';
import { readTemporaryRejection } from './reject.ts';
import {
  readAbandonedMessage,
  readFailedSpoolFile,
  readFileTrouble,
  readSpaceCheck,
  readSpoolWriteError,
} from './storage.ts';

export interface Template {
  /** What the line begins with. */
  readonly words: string;
  /** Only behind a message id, or in a trace, which prints none. */
  readonly ofMessage?: true;
  /**
   * Reads behind the words; `start` is where they begin. False: they were another text's after all, and the next
   * template is tried.
   */
  readonly read: (text: string, at: number, event: MailEvent, start: number) => boolean;
}

/** The templates whose words begin with the character of this code. */
export function templatesOf(first: number): readonly Template[] {
  return BY_FIRST.get(first) ?? NONE;
}

const TEMPLATES: readonly Template[] = [
  // Life of a message.
  { words: 'Completed', ofMessage: true, read: readCompleted },
  { words: 'Message is frozen', ofMessage: true, read: readStillFrozen },
  { words: 'Frozen', ofMessage: true, read: readFrozen },
  { words: 'frozen by ', ofMessage: true, read: readFrozen },
  { words: 'Unfrozen', ofMessage: true, read: readUnfrozen },
  { words: 'unfrozen', ofMessage: true, read: readUnfrozen },
  { words: 'removed by ', ofMessage: true, read: readRemoved },
  { words: 'cancelled by ', ofMessage: true, read: readAdmin },
  { words: 'address <', ofMessage: true, read: readAdmin },
  { words: 'PRDR R=', ofMessage: true, read: readRecipientResponse },
  { words: 'Delivery deferred by ', ofMessage: true, read: readDeferredByFilter },

  // Connections.
  { words: 'SMTP connection from ', read: readConnection },
  { words: 'SMTP connection lost after final dot ', read: readLostAfterDot },
  { words: 'SMTP connection ', read: readNumberedConnection },
  { words: 'unexpected disconnection while reading SMTP command from ', read: readUnexpectedEnd },
  { words: 'SMTP command timeout on ', read: readCommandTimeout },
  { words: 'SMTP data timeout (message abandoned) on ', read: readDataTimeout },
  { words: 'SMTP call from ', read: readDropped },
  { words: 'no MAIL in SMTP connection from ', read: readNoMail },
  { words: 'no MAIL in TFO SMTP connection from ', read: readNoMail },
  { words: 'no MAIL in TFO* SMTP connection from ', read: readNoMail },
  { words: 'refused connection from ', read: readRefused },
  { words: 'temporarily refused connection from ', read: readTemporarilyRefused },
  { words: 'Connection from ', read: readRefusedByLimit },

  // Commands that were refused or faulty.
  { words: 'rejected ', read: readRefusedCommand },
  { words: 'temporarily rejected "', read: readTemporarilyRefusedHelo },
  { words: 'temporarily rejected ', read: readTemporaryRejection },
  { words: 'unqualified sender rejected: ', read: readUnqualifiedSender },
  { words: 'unqualified recipient rejected: ', read: readUnqualifiedRecipient },
  { words: 'too many recipients: ', read: readTooManyRecipients },
  { words: 'SMTP protocol error in "', read: readProtocolError },
  { words: 'SMTP syntax error in "', read: readSyntaxError },
  { words: 'SMTP protocol synchronization error (', read: readSyncError },
  { words: 'VRFY failed for ', read: readFailedVrfy },
  { words: 'ETRN ', read: readEtrn },
  { words: 'ignoring AUTH=', read: readIgnoredParameter },

  // Our disks.
  { words: 'spool directory space check failed: ', read: readSpaceCheck },
  { words: 'log directory space check failed: ', read: readSpaceCheck },
  { words: 'Message abandoned: ', read: readAbandonedMessage },
  { words: 'Spool write error: ', read: readSpoolWriteError },
  { words: 'Failed to create spool file ', read: readFailedSpoolFile },
  { words: 'spool file write error ', read: readFileTrouble },
  { words: "Couldn't open ", read: readFileTrouble },
  { words: 'Failed ', read: readFileTrouble },
  { words: 'failed to write ', read: readFileTrouble },
  { words: 'failed to open ', read: readFileTrouble },
  { words: 'Cannot open ', read: readFileTrouble },

  // Host lines of Exim 4.84 and older.
  { words: 'SMTP error from remote ', ofMessage: true, read: readOldHostAttempt },
  { words: 'LMTP error ', ofMessage: true, read: readOldHostAttempt },
  { words: 'SMTP timeout while connected to ', ofMessage: true, read: readOldHostAttempt },
  { words: 'Remote host ', ofMessage: true, read: readOldHostAttempt },
  { words: 'Malformed SMTP reply from ', ofMessage: true, read: readOldHostAttempt },

  // TLS.
  { words: 'TLS error on connection from ', read: readClientTlsError },
  { words: 'TLS error on connection ', read: readServerTlsError },
  { words: 'TLS session: ', read: readServerTlsError },
  { words: 'DANE attempt failed; ', read: readServerTlsError },
  { words: 'DANE error: ', read: readServerTlsError },

  // Look-ups and routing.
  { words: 'no host name found for IP address ', read: readAddressLookup },
  { words: 'no IP address found for host ', read: readHostLookup },
  { words: 'list matching forced to fail: failed to find host name for ', read: readAddressLookup },
  { words: 'lowest numbered MX record points to local host: ', read: readRoutingRemark },

  // Content scanners.
  { words: 'malware acl condition: ', read: readScannerTrouble },
  { words: 'spam acl condition: ', read: readScannerTrouble },

  // Expansions and filters.
  { words: 'failed to expand ', read: readWarning },
  { words: 'Error in system filter: ', read: readWarning },
  { words: 'Warning: ', read: readWarning },

  // The daemon and the administrator.
  { words: 'exim ', read: readAdmin },
  { words: 'Start queue run', read: readAdmin },
  { words: "Start '", read: readAdmin },
  { words: 'End queue run', read: readAdmin },
  { words: "End '", read: readAdmin },
  { words: 'pid ', read: readAdmin },
  { words: 'using queue ', read: readAdmin },
  { words: 'cwd=', read: readFreeText },

  // The mail system's own trouble.
  { words: 'Exim configuration error ', read: readTrouble },
  { words: 'configured error code starts with incorrect digit', read: readTrouble },
  { words: 'socket bind() ', read: readTrouble },
  { words: 'listen() failed', read: readTrouble },
  { words: 'daemon: ', read: readTrouble },
  { words: 'DKIM: signing failed', read: readTrouble },
  { words: 'unable to ', read: readTrouble },
];

const NONE: readonly Template[] = [];
const BY_FIRST: ReadonlyMap<number, readonly Template[]> = new Map(
  Array.from(new Set(TEMPLATES.map(({ words }) => words.charCodeAt(0))), (first) => [
    first,
    TEMPLATES.filter(({ words }) => words.charCodeAt(0) === first),
  ]),
);
