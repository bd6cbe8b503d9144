// Chance that comes out the same for the same seed.

/** @param {number} seed any integer */
export function createRandom(seed) {
  let state = seed >>> 0 || 1;
  /** Mulberry32: 0 to below 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count) => Math.floor(next() * count);
  return {
    next,
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)],
    /** Small numbers far more often than large ones, as with the traffic of domains. */
    skewed: (count) => Math.floor(count * next() ** 3),
    /** Mostly short, sometimes very long, as waiting times are. */
    waiting: (typical) => typical * -Math.log(1 - next()),
    letters: (length, alphabet) => {
      let text = '';
      for (let i = 0; i < length; i++) text += alphabet[below(alphabet.length)];
      return text;
    },
  };
}

/** Picks by weight: `choice([['a', 3], ['b', 1]])(random)` is `a` three times in four. */
export function choice(weighted) {
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0);
  return (random) => {
    let left = random.next() * total;
    for (const [value, weight] of weighted) {
      left -= weight;
      if (left < 0) return value;
    }
    return weighted[0][0];
  };
}
