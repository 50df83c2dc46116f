import { isSet, readText } from '../reading.ts';
import { chip, type RowWords } from './rows.ts';

/** How often Prometheus asks when nothing is written is its own affair, so it is not said. */
export function endpointRow(endpoint: unknown): RowWords {
  const port = readText(endpoint, 'port') ?? readText(endpoint, 'targetPort');
  const interval = readText(endpoint, 'interval');
  const scheme = readText(endpoint, 'scheme')?.toLowerCase();
  return {
    label: port === undefined ? 'every port' : `port ${port}`,
    parts: [
      readText(endpoint, 'path') ?? '/metrics',
      interval === undefined ? undefined : `every ${interval}`,
    ],
    chips: [
      scheme === 'https' || isSet(endpoint, 'tlsConfig') ? chip('TLS') : undefined,
      ['basicAuth', 'authorization', 'oauth2', 'bearerTokenSecret'].some((field) => isSet(endpoint, field))
        ? chip('auth', 'Prometheus proves who it is')
        : undefined,
    ],
  };
}
