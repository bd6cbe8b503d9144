import type { MtaName } from '../model/event.ts';

/** How to look at the disk that the queue is on. */
export function lookAtQueueDisk(mtas: readonly MtaName[]): string[] {
  const steps: string[] = [];
  if (mtas.includes('postfix'))
    steps.push('df -h "$(postconf -h queue_directory)"; df -i "$(postconf -h queue_directory)"');
  if (mtas.includes('exim'))
    steps.push('df -h "$(exim -n -bP spool_directory)"; df -i "$(exim -n -bP spool_directory)"');
  if (steps.length === 0) steps.push('df -h /var/spool; df -i /var/spool');
  steps.push('du -xsh /var/log /var/spool/* | sort -h | tail');
  return steps;
}

/** What the server wants to be free before it takes a message. */
export function queueLimits(mtas: readonly MtaName[]): string[] {
  const steps: string[] = [];
  if (mtas.includes('postfix')) {
    steps.push(
      'postconf queue_minfree message_size_limit (free space below 1.5 times the size limit refuses all mail)',
    );
  }
  if (mtas.includes('exim')) steps.push('exim -bP check_spool_space check_spool_inodes');
  return steps;
}

/** How to see what waits. */
export function lookAtQueue(mtas: readonly MtaName[]): string[] {
  const steps: string[] = [];
  if (mtas.includes('postfix')) steps.push('qshape deferred');
  if (mtas.includes('exim')) steps.push('exim -bp | exiqsumm');
  return steps;
}
