// Queue ids of the MTA in the lines of milters and filters.

/** The id in front of `: `, null without one: "4jYDch3CGkz9s24: DKIM verification successful". */
export function leadingQueueId(text: string): string | null {
  const colon = text.indexOf(': ');
  return colon === -1 ? null : queueIdOrNull(text.substring(0, colon));
}

/** The word when it can be a queue id: letters and digits, at least one digit; Exim's and Sendmail's too. */
export function queueIdOrNull(word: string): string | null {
  return QUEUE_ID.test(word) && DIGIT.test(word) ? word : null;
}

const QUEUE_ID = /^[0-9A-Za-z](?:[0-9A-Za-z-]{4,22})$/;
const DIGIT = /\d/;
