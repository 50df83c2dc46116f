import { isSet, readAt, readFlag, readList, readText } from '../reading.ts';
import { words } from './rows.ts';
import { sentence, together } from './sentences.ts';

/** What the modes ask of clients. https://gateway.envoyproxy.io/docs/api/extension_types/#clientvalidationcontext */
const modes: ReadonlyMap<string, string> = new Map([
  ['Request', 'clients are asked for a certificate, which is not checked'],
  ['RequireAny', 'clients must show a certificate, which is not checked'],
  ['VerifyIfGiven', 'clients may show a certificate'],
  ['RequireAndVerify', 'clients must show a certificate'],
]);
const verifying: readonly string[] = ['VerifyIfGiven', 'RequireAndVerify'];

/** Whether clients show a certificate, and of whom: `Clients must show a certificate signed by corp-ca`. */
export function sayClientValidation(policy: unknown): string | undefined {
  const validation = readAt(policy, 'spec', 'tls', 'clientValidation');
  if (!isSet(validation)) return undefined;
  const isOptional = readFlag(validation, 'optional');
  const mode = readText(validation, 'mode') ?? (isOptional ? 'VerifyIfGiven' : 'RequireAndVerify');
  const authorities = together(
    readList(validation, 'caCertificateRefs').flatMap((ref) => readText(ref, 'name') ?? []),
  );
  const signed =
    authorities !== undefined && verifying.includes(mode) ? `signed by ${authorities}` : undefined;
  return sentence(words(modes.get(mode) ?? `client certificates: ${mode}`, signed));
}
