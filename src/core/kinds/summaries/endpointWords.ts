import { isSet, readNumber, readText } from '../reading.ts';
import type { RowWords } from './rows.ts';

const types = ['fqdn', 'ip', 'unix'];

/**
 * An endpoint of a Backend: `api.example.com:443`, `10.0.0.10:80`, `/run/app.sock`. Policies name one by its port, as
 * text.
 */
export function endpointWords(endpoint: unknown): RowWords {
  const type = types.find((each) => isSet(endpoint, each)) ?? 'endpoint';
  const host = readText(endpoint, type, 'hostname') ?? readText(endpoint, type, 'address');
  const port = readNumber(endpoint, type, 'port');
  const label =
    host === undefined
      ? readText(endpoint, 'unix', 'path')
      : `${host}${port === undefined ? '' : `:${port}`}`;
  const zone = readText(endpoint, 'zone');
  return {
    label: label ?? type,
    parts: [type === 'unix' ? 'socket' : undefined, zone === undefined ? undefined : `zone ${zone}`],
    ...(port === undefined ? {} : { section: String(port) }),
  };
}
