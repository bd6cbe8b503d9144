/** Exit statuses, contract section 1. */
export const EXIT = {
  done: 0,
  /** Done, but something could not be read or recognised, or a `--fail-on` condition holds. */
  incomplete: 1,
  /** The command line is wrong, or nothing at all could be read. */
  usage: 2,
  internal: 70,
  interrupted: 130,
  /** The reader of our output has gone. */
  closedPipe: 141,
} as const;
