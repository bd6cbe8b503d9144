// Kinds of day on a mail server.

/**
 * Sessions by weight, and how often a delivery fails. `fullAt`: while this part of the time passes, our queue disk is
 * full. `postscreen`: it stands before port 25.
 */
export const PROFILES = {
  clean: {
    sessions: { inbound: 46, submission: 44, local: 5, reject: 3, guess: 1, lost: 1 },
    temporary: 0.02,
    permanent: 0.01,
    unreachable: 0.004,
    fullAt: null,
    postscreen: false,
  },
  busy: {
    sessions: { inbound: 36, submission: 30, local: 4, reject: 15, guess: 9, lost: 6 },
    temporary: 0.06,
    permanent: 0.025,
    unreachable: 0.01,
    fullAt: [0.4, 0.405],
    postscreen: true,
  },
  attack: {
    sessions: { inbound: 12, submission: 10, local: 2, reject: 22, guess: 46, lost: 8 },
    temporary: 0.08,
    permanent: 0.04,
    unreachable: 0.015,
    fullAt: [0.7, 0.72],
    postscreen: true,
  },
  /** A bit of everything, for a first look at the dashboard. */
  demo: {
    sessions: { inbound: 30, submission: 26, local: 4, reject: 14, guess: 20, lost: 6 },
    temporary: 0.1,
    permanent: 0.04,
    unreachable: 0.02,
    fullAt: [0.62, 0.65],
    postscreen: true,
  },
};
