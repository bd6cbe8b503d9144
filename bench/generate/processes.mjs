// The daemons behind the lines: a process serves one client at a time, and a hundred in all.

const CLIENTS_PER_PROCESS = 100;

export function createProcesses(random) {
  let lastPid = 1000;
  const services = new Map();

  function newPid() {
    lastPid += random.between(1, 30);
    if (lastPid > 4_194_303) lastPid = 1000 + random.below(500);
    return lastPid;
  }

  /** An idle process of the service. The caller sets `freeAt` when it knows how long it is busy. */
  function worker(service, time) {
    let pool = services.get(service);
    if (pool === undefined) services.set(service, (pool = []));
    let process = pool.find((candidate) => candidate.freeAt <= time);
    if (process === undefined) pool.push((process = { pid: newPid(), freeAt: 0, clients: 0 }));
    if (process.clients++ === CLIENTS_PER_PROCESS) {
      process.pid = newPid();
      process.clients = 1;
    }
    return process;
  }

  return {
    /** The pid of a daemon that never changes (qmgr, anvil). */
    single: newPid,
    worker,
    /** The pid of a process that is busy for so long. */
    take(service, time, milliseconds) {
      const process = worker(service, time);
      process.freeAt = time + milliseconds;
      return process.pid;
    },
  };
}
