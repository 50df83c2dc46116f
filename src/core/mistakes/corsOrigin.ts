import { repair, setStep } from '../schema/repairs/step.ts';
import { isRecord } from '../workspace/readDocument.ts';
import { valueAt } from '../yaml/path.ts';
import { textOf } from './plainText.ts';
import { envoyKinds } from './projectKinds.ts';
import type { Mistake } from './types.ts';

/** `allowOrigins: [{type: Exact, value: https://…}]`: an origin is a text, in which `*` stands for anything. */
export const corsOrigin: Mistake = {
  code: 'TS147',
  name: 'cors-origin-matcher',
  reason:
    'Origins are plain texts; a * in the host stands for any part of a name. There are no regular expressions.',
  kinds: envoyKinds('SecurityPolicy'),
  recognise(fault, resource) {
    if (fault.fault !== 'type' || fault.path.at(-2) !== 'allowOrigins') return undefined;
    const written = valueAt(resource, fault.path);
    const value = isRecord(written)
      ? (textOf(written.value) ?? textOf(written.exact) ?? textOf(written.regex))
      : undefined;
    if (!isRecord(written) || value === undefined) return undefined;
    const isPattern = written.type === 'RegularExpression' || written.regex !== undefined;
    const origin = isPattern ? wildcardOf(value) : value;
    if (origin === undefined) {
      return {
        message: `An origin is a text, and ${value} is a regular expression, which is not read here. Write the origins one by one, with * for any part of a name.`,
        repairs: [],
      };
    }
    return {
      message: `An origin is a text, not a map with type and value: write ${origin}${isPattern ? ', in which * stands for any part of a name' : ''}.`,
      repairs: [repair(`Write ${origin}`, [setStep(fault.path, origin)], true)],
    };
  },
};

/** A regular expression that only escapes dots and leaves names open, as an origin with `*`. */
function wildcardOf(pattern: string): string | undefined {
  const plain = pattern
    .replace(/^\^|\$$/g, '')
    .replace(/\(?(?:\.|\[\^[./]+\]|\[a-z0-9-\])[*+]\)?/g, '*')
    .replace(/\\([./-])/g, '$1');
  return /^[a-z][a-z0-9+.-]*:\/\/(\*|\*\.)?[a-z0-9.-]+(:[0-9]+)?$/i.test(plain) ? plain : undefined;
}
