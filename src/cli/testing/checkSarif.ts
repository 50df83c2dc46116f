import { createRequire } from 'node:module';
import Ajv from 'ajv-draft-04';

const require = createRequire(import.meta.url);
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;
const accepts = new Ajv({
  strict: false,
  unicodeRegExp: false,
  validateFormats: false,
  allErrors: true,
}).compile(schema);

/** What SARIF's own schema has against a log, in words; empty when it accepts it. */
export function checkSarif(log: unknown): readonly string[] {
  if (accepts(log)) return [];
  return (accepts.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
