import { readNumber, readText } from '../reading.ts';
import { count, listing } from './rows.ts';

/** Buffers of connections: `32Ki buffer, 1Mi socket buffer`. The same to clients and to backends. */
export function connectionWords(connection: unknown): string | undefined {
  const buffer = readText(connection, 'bufferLimit');
  const socket = readText(connection, 'socketBufferLimit');
  return listing([
    ...(buffer === undefined ? [] : [`${buffer} buffer`]),
    ...(socket === undefined ? [] : [`${socket} socket buffer`]),
  ]);
}

/** TCP keepalive: `3 probes, after 60s idle, every 10s`; what is not written is left to the system. */
export function keepaliveWords(keepalive: unknown): string | undefined {
  const probes = readNumber(keepalive, 'probes');
  const idle = readText(keepalive, 'idleTime');
  const interval = readText(keepalive, 'interval');
  return listing([
    ...(probes === undefined ? [] : [count(probes, 'probe')]),
    ...(idle === undefined ? [] : [`after ${idle} idle`]),
    ...(interval === undefined ? [] : [`every ${interval}`]),
  ]);
}
