import type { Reason } from '../../model/reason.ts';
import type { ReasonFacts } from '../reason-facts.ts';
import { accepted } from './accepted.ts';
import { authBlocked } from './auth-blocked.ts';
import { authChallenge } from './auth-challenge.ts';
import { authFailed } from './auth-failed.ts';
import { authMechanism } from './auth-mechanism.ts';
import { authOk } from './auth-ok.ts';
import { authRequired } from './auth-required.ts';
import { authTemp } from './auth-temp.ts';
import { clientIdentity } from './client-identity.ts';
import { dns } from './dns.ts';
import { expired } from './expired.ts';
import { greylisted } from './greylisted.ts';
import { loop } from './loop.ts';
import { mailboxDisabled } from './mailbox-disabled.ts';
import { mailboxMoved } from './mailbox-moved.ts';
import { mailboxUnavailable } from './mailbox-unavailable.ts';
import { messageFormat } from './message-format.ts';
import { messageTooBig } from './message-too-big.ts';
import { network } from './network.ts';
import { noSuchDomain } from './no-such-domain.ts';
import { noSuchUser } from './no-such-user.ts';
import { policy } from './policy.ts';
import { protocolError } from './protocol-error.ts';
import { rateLimited } from './rate-limited.ts';
import { relayDenied } from './relay-denied.ts';
import { remoteBusy } from './remote-busy.ts';
import { remoteError } from './remote-error.ts';
import { reputationBlocked } from './reputation-blocked.ts';
import { resourcePressure } from './resource-pressure.ts';
import { senderNotAllowed } from './sender-not-allowed.ts';
import { senderRejected } from './sender-rejected.ts';
import { session } from './session.ts';
import { spamContent } from './spam-content.ts';
import { spfDkimDmarc } from './spf-dkim-dmarc.ts';
import { storageMailboxFull } from './storage-mailbox-full.ts';
import { storageSystemFull } from './storage-system-full.ts';
import { tlsFailed } from './tls-failed.ts';
import { tlsRequired } from './tls-required.ts';
import { tooManyRecipients } from './too-many-recipients.ts';
import { unclassified } from './unclassified.ts';
import { virus } from './virus.ts';

/** The facts of every reason, in the order in which people are shown them. */
export const REASON_FACTS: Readonly<Record<Reason, ReasonFacts>> = {
  accepted,
  session,
  'auth-challenge': authChallenge,
  'auth-ok': authOk,
  'auth-required': authRequired,
  'auth-failed': authFailed,
  'auth-mechanism': authMechanism,
  'auth-blocked': authBlocked,
  'auth-temp': authTemp,
  'sender-not-allowed': senderNotAllowed,
  'tls-required': tlsRequired,
  'tls-failed': tlsFailed,
  'storage-system-full': storageSystemFull,
  'resource-pressure': resourcePressure,
  'storage-mailbox-full': storageMailboxFull,
  'message-too-big': messageTooBig,
  'rate-limited': rateLimited,
  greylisted,
  'too-many-recipients': tooManyRecipients,
  'reputation-blocked': reputationBlocked,
  'client-identity': clientIdentity,
  'spf-dkim-dmarc': spfDkimDmarc,
  'sender-rejected': senderRejected,
  'relay-denied': relayDenied,
  policy,
  'spam-content': spamContent,
  virus,
  'no-such-user': noSuchUser,
  'mailbox-disabled': mailboxDisabled,
  'mailbox-unavailable': mailboxUnavailable,
  'mailbox-moved': mailboxMoved,
  'no-such-domain': noSuchDomain,
  dns,
  network,
  'remote-busy': remoteBusy,
  'remote-error': remoteError,
  loop,
  expired,
  'protocol-error': protocolError,
  'message-format': messageFormat,
  unclassified,
};
