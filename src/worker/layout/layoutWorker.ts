import ElkWorker from 'elkjs/lib/elk-worker.min.js?worker';

/** A worker that runs ELK, from a file of its own. */
export function createLayoutWorker(): Worker {
  return new ElkWorker({ name: 'layout' });
}
