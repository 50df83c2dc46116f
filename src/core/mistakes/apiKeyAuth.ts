import { renameStep, repair, setStep } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import type { Plain } from '../yaml/types.ts';
import { endsWith } from './endsWith.ts';
import { textOf } from './plainText.ts';
import { envoyKinds } from './projectKinds.ts';
import type { Mistake } from './types.ts';

const kinds = envoyKinds('SecurityPolicy');

/** `credentialsSecret: {name: keys}`: Secrets are a list, `credentialRefs`. */
const apiKeySecret: Mistake = {
  code: 'TS143',
  name: 'api-key-credentials-secret',
  reason: 'API keys come from any number of Secrets, listed under apiKeyAuth.credentialRefs.',
  kinds,
  recognise(fault, resource) {
    const isLacking = fault.fault === 'required' && fault.field === 'credentialRefs';
    const isUnknown = fault.fault === 'unknown-field' && fault.field === 'credentialsSecret';
    if (!isLacking && !isUnknown) return undefined;
    const at = isLacking ? fault.path : fault.path.slice(0, -1);
    if (!endsWith(at, 'apiKeyAuth')) return undefined;
    const from = [...at, 'credentialsSecret'];
    const secret = valueAt(resource, from);
    const reference = isRecord(secret) ? secret : { name: textOf(secret) };
    const name = textOf(reference.name);
    const to = [...at, 'credentialRefs'];
    if (name === undefined || valueAt(resource, to) !== undefined) return undefined;
    const namespace = textOf(reference.namespace);
    const item: Plain = { name, ...(namespace === undefined ? {} : { namespace }) };
    return {
      message: `apiKeyAuth takes its Secrets as a list: write ${name} as an item of credentialRefs.`,
      repairs: [
        repair('Write it as credentialRefs', [renameStep(from, 'credentialRefs'), setStep(to, [item])], true),
      ],
    };
  },
};

/** `extractFrom: {headers: [{name: x-key}]}`: places are a list, and headers are plain names. */
const apiKeyPlaces: Mistake = {
  code: 'TS144',
  name: 'api-key-extract-from',
  reason: 'apiKeyAuth.extractFrom is a list of places; headers, params and cookies are lists of plain names.',
  kinds,
  recognise(fault, resource) {
    if (fault.fault !== 'type') return undefined;
    const { path } = fault;
    const written = valueAt(resource, path);
    if (endsWith(path, 'apiKeyAuth', 'extractFrom') && isRecord(written)) {
      const sorts = Object.entries(written);
      const places = sorts.flatMap(([sort, names]) => {
        const plain = namesOf(names);
        return plain === undefined ? [] : [{ [sort]: plain }];
      });
      if (places.length === 0 || places.length < sorts.length) return undefined;
      return {
        message:
          'extractFrom is a list of places to look for the key: give each of headers, params and cookies an item, with plain names.',
        repairs: [repair('Write it as a list of places', [setStep(path, places)], true)],
      };
    }
    const isName =
      path.includes('extractFrom') && typeof path.at(-1) === 'number' && path.at(-3) !== 'extractFrom';
    const name = isName && isRecord(written) ? textOf(written.name) : undefined;
    if (name === undefined) return undefined;
    return {
      message: `${String(path.at(-2))} are plain names here: write ${name} itself, without name before it.`,
      repairs: [repair(`Write ${name} alone`, [setStep(path, name)], true)],
    };
  },
};

/** Texts, or maps of which only the name counts. */
function namesOf(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const names = list.flatMap((each) => textOf(isRecord(each) ? each.name : each) ?? []);
  return names.length === list.length ? names : undefined;
}

export const apiKeyAuth: readonly Mistake[] = [apiKeySecret, apiKeyPlaces];
