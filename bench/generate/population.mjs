// Who writes to whom: our accounts, the world's people and domains, the hosts they come from. Names and addresses are
// from the ranges reserved for examples and measurements (RFC 2606, 3849, 2544, 5737).

export const OUR_HOST = 'mx1.example.org';
const OUR_DOMAINS = ['example.org', 'example.net', 'shop.example.org', 'lists.example.net'];
const ACCOUNTS = 6000;
const REMOTE_DOMAINS = 9000;

const FIRST =
  'anna ben carla david elena frank grete hugo irina jonas katya lars maria nadia oskar paula quinn rafael sofia tomas ulla viktor wanda xaver yana zoe amir brigitte cem daria erik fatma georg hana ivan jana kemal lea milan nina olga pavel rosa sven tina uwe vera willem'.split(
    ' ',
  );
const LAST =
  'albers bauer cruz dietz egger fischer garcia horvat ivanov jung kovacs lang moreno novak olsen petrov quast romero schmidt tanaka ueda vogel weber xu yilmaz zeman adler berg costa duran ekman farkas graf hansen iversen jansen keller lopez meyer nagy'.split(
    ' ',
  );
const WORD =
  'amber birch cedar delta elm fair granite harbor iron juniper kestrel lake maple north oak pine quay river stone timber upland valley west yellow zenith alder brook cliff dune ember field grove hazel island jade knoll linden meadow nettle orchard prairie reed spruce thorn umber vine willow yarrow'.split(
    ' ',
  );
const ENDING =
  'bank books cargo craft data farm fleet foods group health hosting labs logistics mail media motors press school soft store systems tech tools trade travel works'.split(
    ' ',
  );

export function createPopulation(random) {
  const hosts = [];

  const remoteDomain = (index) => {
    const word = WORD[index % WORD.length];
    const ending = ENDING[Math.floor(index / WORD.length) % ENDING.length];
    const rest = Math.floor(index / (WORD.length * ENDING.length));
    return rest === 0 ? `${word}${ending}.example` : `${word}${ending}${rest}.example`;
  };
  const person = (index) =>
    `${FIRST[index % FIRST.length]}.${LAST[Math.floor(index / FIRST.length) % LAST.length]}`;

  const population = {
    /** One of our mailboxes; some get far more mail than others. */
    account: () => {
      const index = random.skewed(ACCOUNTS);
      const suffix =
        index >= FIRST.length * LAST.length ? Math.floor(index / (FIRST.length * LAST.length)) : '';
      return `${person(index)}${suffix}@${OUR_DOMAINS[index % OUR_DOMAINS.length]}`;
    },
    remoteDomain: () => remoteDomain(random.skewed(REMOTE_DOMAINS)),
    /** Somebody elsewhere: a person, or an address made for one message (VERP, newsletters). */
    stranger: (domain) => {
      if (random.chance(0.3)) return `bounce-${random.between(1000, 99999999).toString(36)}@${domain}`;
      const number = random.chance(0.5) ? random.between(1, 99) : '';
      return `${person(random.below(FIRST.length * LAST.length))}${number}@${domain}`;
    },
    /** A mail server elsewhere, with the name that DNS gives it. */
    server: (domain) => {
      const index = random.between(1, 4);
      return { name: `out${index}.${domain}`, address: addressOf(domain, index) };
    },
    /** The host that takes mail for a domain. */
    exchanger: (domain) => {
      const index = random.between(1, 2);
      return { name: `mx${index}.${domain}`, address: addressOf(domain, 100 + index) };
    },
    /** A device of one of our users. */
    device: () => {
      const address = `100.${64 + random.below(64)}.${random.below(256)}.${random.between(1, 254)}`;
      const name = random.chance(0.7) ? `dyn-${address.replaceAll('.', '-')}.isp.example` : 'unknown';
      return { name, address };
    },
    /** A host that tries things: few of them, again and again. */
    attacker: () => {
      if (hosts.length === 0) {
        for (let i = 0; i < 2500; i++) hosts.push({ name: attackerName(i), address: attackerAddress(i) });
      }
      return hosts[random.skewed(hosts.length)];
    },
  };
  return population;
}

/** Some mailboxes are full, and stay so: mail for them waits, or comes back where the quota is meant to be final. */
export function mailbox(address) {
  const hash = hashOf(address) % 400;
  return { full: hash < 3, bounces: hash === 0 };
}

/** The same domain always has the same addresses: 198.18.0.0/15, and some in 2001:db8::/32. */
function addressOf(domain, index) {
  const hash = hashOf(domain) + index;
  if (hash % 9 === 0) return `2001:db8:${(hash % 0xfff0).toString(16)}::${index.toString(16)}`;
  return `198.${18 + (hash & 1)}.${(hash >>> 1) & 255}.${1 + (((hash >>> 9) & 255) % 254)}`;
}

function attackerName(index) {
  if (index % 3 !== 0) return 'unknown';
  return index % 2 === 0 ? `host-${index}.cloud.example` : `static.${index}.hosting.example`;
}

function attackerAddress(index) {
  const block = [
    [203, 0, 113],
    [198, 51, 100],
    [192, 0, 2],
  ][index % 3];
  return index < 750
    ? `${block.join('.')}.${1 + (index % 254)}`
    : `198.19.${(index >> 4) & 255}.${1 + (index % 254)}`;
}

function hashOf(text) {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
}
