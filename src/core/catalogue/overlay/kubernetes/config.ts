import type { Rule } from '../../rule.ts';
import type { Overlay } from '../overlay.ts';
import { any, assert, has, is } from '../rules.ts';
import { keysOf, linkTo } from './native.ts';

const configMapPage = linkTo('configuration/configmap/');
const secretPage = linkTo('configuration/secret/');

/** One mebibyte. */
const heaviest = 1024 * 1024;

const keyMessage = (kind: string) =>
  `A key of a ${kind} is at most 253 letters, digits, dashes, underscores and dots; \`{value}\` is not. Rename it.`;

/** Marked immutable, neither the mark nor the data may change. */
const sealed = (kind: string, fields: readonly string[], page: string): readonly Rule[] =>
  ['immutable', ...fields].map((field) => ({
    rule: 'immutable',
    field,
    whenOld: is('immutable', true),
    message: `This ${kind} was made with immutable: true, so its ${field} cannot be changed. Make a ${kind} under another name and refer to that.`,
    link: page,
  }));

/** Secrets of this type must hold these keys, in data or stringData. */
const holdsKeys = (type: string, ...keys: readonly string[]): readonly Rule[] =>
  keys.map((key) =>
    assert(
      any(has(`data[${key}]`), has(`stringData[${key}]`)),
      'data',
      `A Secret of type ${type} has the key ${key}. Add it to data (in base64) or to stringData (as it is).`,
      { when: is('type', type), link: secretPage },
    ),
  );

export const configTypes: Overlay['types'] = {
  'v1.ConfigMap': {
    fields: { 'binaryData{}': { format: 'byte' } },
    rules: [
      keysOf('data', 'config-key', keyMessage('ConfigMap')),
      keysOf('binaryData', 'config-key', keyMessage('ConfigMap')),
      {
        rule: 'bytes',
        fields: ['data'],
        base64: ['binaryData'],
        max: heaviest,
        message: 'A ConfigMap holds at most 1 MiB. Split it, or mount the files from elsewhere.',
        link: configMapPage,
      },
      ...sealed('ConfigMap', ['data', 'binaryData'], configMapPage),
    ],
  },
  'v1.Secret': {
    fields: { 'data{}': { format: 'byte' }, type: { default: 'Opaque' } },
    rules: [
      keysOf('data', 'config-key', keyMessage('Secret')),
      keysOf('stringData', 'config-key', keyMessage('Secret')),
      {
        rule: 'bytes',
        fields: ['stringData'],
        base64: ['data'],
        max: heaviest,
        message: 'A Secret holds at most 1 MiB. Split it.',
        link: secretPage,
      },
      ...holdsKeys('kubernetes.io/tls', 'tls.crt', 'tls.key'),
      ...holdsKeys('kubernetes.io/dockercfg', '.dockercfg'),
      ...holdsKeys('kubernetes.io/dockerconfigjson', '.dockerconfigjson'),
      ...holdsKeys('kubernetes.io/ssh-auth', 'ssh-privatekey'),
      assert(
        any(
          ...['data', 'stringData'].flatMap((field) => [has(`${field}.username`), has(`${field}.password`)]),
        ),
        'data',
        'A Secret of type kubernetes.io/basic-auth has a username or a password. Add one of the two keys.',
        { when: is('type', 'kubernetes.io/basic-auth'), link: secretPage },
      ),
      assert(
        { filled: 'metadata.annotations[kubernetes.io/service-account.name]' },
        'metadata',
        'A token belongs to a ServiceAccount. Add the annotation kubernetes.io/service-account.name with its name.',
        { when: is('type', 'kubernetes.io/service-account-token'), link: secretPage },
      ),
      {
        rule: 'immutable',
        field: 'type',
        message:
          'The type of a Secret cannot be changed. Keep the old type, or delete the Secret and make it anew.',
        link: secretPage,
      },
      ...sealed('Secret', ['data'], secretPage),
    ],
  },
};
