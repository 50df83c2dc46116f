import { readTexts } from '../reading.ts';
import { listing } from './rows.ts';

/** The origins that CORS lets in: `https://app.example.com`, `any origin`; undefined where there is none. */
export function corsOrigins(cors: unknown): string | undefined {
  const origins = readTexts(cors, 'allowOrigins');
  return origins.includes('*') ? 'any origin' : listing(origins, 3);
}
