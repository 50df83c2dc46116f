import { readNumber, readText, readTexts } from '../reading.ts';
import { durationWords } from './durationWords.ts';
import { words } from './rows.ts';
import { sentence, together } from './sentences.ts';

/** Every name that a certificate is for, however it is written. */
export function certificateNames(certificate: unknown): readonly string[] {
  const names = ['dnsNames', 'ipAddresses', 'uris', 'emailAddresses'].flatMap((field) =>
    readTexts(certificate, 'spec', field),
  );
  const commonName =
    readText(certificate, 'spec', 'commonName') ?? readText(certificate, 'spec', 'literalSubject');
  return names.length > 0 || commonName === undefined ? names : [commonName];
}

/** `For shop.example.com, renewed 30 days before it ends`. */
export function sayCertificate(certificate: unknown): string | undefined {
  const names = together(certificateNames(certificate), 3);
  if (names === undefined) return undefined;
  const issuer = readText(certificate, 'spec', 'issuerRef', 'name');
  return sentence(
    `for ${names}`,
    issuer === undefined ? undefined : `issued by ${issuer}`,
    renewalWords(certificate),
  );
}

/** `Valid for 90 days, renewed 30 days before it ends`. */
export function sayLifetime(certificate: unknown): string | undefined {
  const duration = readText(certificate, 'spec', 'duration');
  return sentence(
    duration === undefined ? undefined : `valid for ${durationWords(duration)}`,
    renewalWords(certificate),
  );
}

/** `ECDSA 256`, as far as it is written. */
export function keyWords(certificate: unknown): string | undefined {
  return words(
    readText(certificate, 'spec', 'privateKey', 'algorithm'),
    readText(certificate, 'spec', 'privateKey', 'size'),
  );
}

/** The key as a sentence: `ECDSA 256, a new one with every renewal`. */
export function sayKey(certificate: unknown): string | undefined {
  const policy = readText(certificate, 'spec', 'privateKey', 'rotationPolicy');
  const rotation =
    policy === 'Never' ? 'kept for ever' : policy === 'Always' ? 'a new one with every renewal' : undefined;
  return sentence(keyWords(certificate), rotation);
}

function renewalWords(certificate: unknown): string | undefined {
  if (readText(certificate, 'spec', 'renewal', 'policy') === 'Disabled') return 'not renewed';
  const before = readText(certificate, 'spec', 'renewBefore');
  if (before !== undefined) return `renewed ${durationWords(before)} before it ends`;
  const percent = readNumber(certificate, 'spec', 'renewBeforePercentage');
  return percent === undefined ? undefined : `renewed when ${percent} % of its life is left`;
}
