import type { ChoiceMember, FieldDeclaration } from '../form.ts';
import { luaWords, moduleWords, processorWords, wasmWords } from '../summaries/extensionFeatures.ts';
import type { RowWords } from '../summaries/rows.ts';
import { sayWords } from '../summaries/sentences.ts';
import { freeName } from './freeName.ts';

const failOpenField: FieldDeclaration = {
  type: 'boolean',
  path: 'failOpen',
  label: 'Open when it fails',
  help: 'Requests go on without it; else they are answered with an error.',
};

function sourceMember(word: string, key: 'http' | 'image', label: string, url: string): ChoiceMember {
  return {
    label,
    word,
    key,
    newValue: () => ({ url }),
    fields: [
      { type: 'text', path: `${key}.url`, label: 'Address', required: true, placeholder: url },
      {
        type: 'text',
        path: `${key}.sha256`,
        label: 'SHA-256',
        help: 'Code with another checksum is refused. Without one whatever is there is run.',
      },
      ...(key === 'image' ? [pullSecretField] : []),
      {
        type: 'reference',
        path: `${key}.tls.caCertificateRef`,
        label: 'CA of the server',
        reference: `wasm ${key} caCertificateRef`,
      },
    ],
  };
}

const pullSecretField: FieldDeclaration = {
  type: 'reference',
  path: 'image.pullSecretRef',
  label: 'Credentials of the registry',
  reference: 'wasm pullSecretRef',
};

/** Wasm extensions in the order in which they run. */
export const wasmField: FieldDeclaration = {
  type: 'list',
  path: 'spec.wasm',
  label: 'Extensions',
  item: 'extension',
  newItem: (existing) => ({
    name: freeName('filter', existing),
    code: { type: 'Image', image: { url: 'registry.example.com/filter:1.0' } },
  }),
  say: (item) => sayNamed('extension', wasmWords(item)),
  fields: [
    { type: 'text', path: 'name', label: 'Name' },
    {
      type: 'choice',
      path: 'code',
      by: 'type',
      label: 'Code',
      required: true,
      members: [
        sourceMember('Image', 'image', 'An OCI image', 'registry.example.com/filter:1.0'),
        sourceMember('HTTP', 'http', 'A file on a server', 'https://files.example.com/filter.wasm'),
      ],
    },
    {
      type: 'enum',
      path: 'code.pullPolicy',
      label: 'Fetch again',
      options: ['IfNotPresent', 'Always'],
      help: 'Only without a SHA-256.',
    },
    {
      type: 'text',
      path: 'rootID',
      label: 'Root id',
      help: 'As the code registers itself, where it holds several extensions.',
    },
    { type: 'yaml', path: 'config', label: 'Configuration', help: 'Handed to the extension as it is.' },
    {
      type: 'texts',
      path: 'env.hostKeys',
      label: 'Environment of the proxy',
      placeholder: 'API_TOKEN',
      help: 'Variables that the extension may read.',
    },
    failOpenField,
  ],
};

/** Lua scripts in the order in which they run. */
export const luaField: FieldDeclaration = {
  type: 'list',
  path: 'spec.lua',
  label: 'Scripts',
  item: 'script',
  newItem: () => ({ type: 'Inline', inline: 'function envoy_on_request(request)\nend\n' }),
  say: (item) => sayWords(luaWords(item)),
  fields: [
    {
      type: 'choice',
      path: '',
      by: 'type',
      label: 'Code',
      required: true,
      members: [
        {
          label: 'Written here',
          word: 'Inline',
          key: 'inline',
          newValue: () => 'function envoy_on_request(request)\nend\n',
          fields: [
            {
              type: 'code',
              path: 'inline',
              label: 'Lua',
              help: 'envoy_on_request sees requests, envoy_on_response answers.',
            },
          ],
        },
        {
          label: 'In a ConfigMap',
          word: 'ValueRef',
          key: 'valueRef',
          newValue: () => ({ group: '', kind: 'ConfigMap', name: 'scripts' }),
          fields: [
            { type: 'reference', path: 'valueRef', label: 'ConfigMap with lua', reference: 'lua valueRef' },
          ],
        },
      ],
    },
    {
      type: 'yaml',
      path: 'filterContext',
      label: 'Values for the script',
      help: 'So that one script serves several policies.',
    },
  ],
};

const bodyModes = ['Streamed', 'Buffered', 'BufferedPartial', 'FullDuplexStreamed'];

/** Services that see and change requests and answers on their way. */
export const processorsField: FieldDeclaration = {
  type: 'list',
  path: 'spec.extProc',
  label: 'Services',
  item: 'service',
  newItem: () => ({
    backendRefs: [{ name: 'processor', port: 9002 }],
    processingMode: { request: { body: 'Streamed' } },
  }),
  say: (item) => sayWords(processorWords(item)),
  fields: [
    { type: 'weights', path: 'backendRefs', label: 'Service', reference: 'extProc backendRef' },
    {
      type: 'enum',
      path: 'processingMode.request.body',
      label: 'Body of requests',
      options: bodyModes,
      help: 'How it is sent there; not at all when empty.',
    },
    {
      type: 'texts',
      path: 'processingMode.request.attributes',
      label: 'Attributes of requests',
      placeholder: 'request.path',
    },
    { type: 'enum', path: 'processingMode.response.body', label: 'Body of answers', options: bodyModes },
    {
      type: 'texts',
      path: 'processingMode.response.attributes',
      label: 'Attributes of answers',
      placeholder: 'response.code',
    },
    {
      type: 'boolean',
      path: 'processingMode.allowModeOverride',
      label: 'It may change these modes',
    },
    { type: 'duration', path: 'messageTimeout', label: 'Answers within', placeholder: '200ms' },
    { type: 'group', path: 'backendSettings', label: 'Connection to it' },
    failOpenField,
    {
      type: 'boolean',
      path: 'shadowMode',
      label: 'Only listens',
      help: 'It sees everything, and nothing that it says is done. Bodies are streamed.',
    },
    {
      type: 'texts',
      path: 'metadata.accessibleNamespaces',
      label: 'Metadata it reads',
      placeholder: 'envoy.filters.http.jwt_authn',
    },
    {
      type: 'texts',
      path: 'metadata.writableNamespaces',
      label: 'Metadata it writes',
      placeholder: 'my.filter',
    },
  ],
};

/** Filters of modules that are built into the proxies. */
export const modulesField: FieldDeclaration = {
  type: 'list',
  path: 'spec.dynamicModule',
  label: 'Modules',
  item: 'module',
  help: 'Each is registered under dynamicModules of the EnvoyProxy.',
  newItem: (existing) => ({ name: freeName('my-module', existing) }),
  say: (item) => sayNamed('module', moduleWords(item)),
  fields: [
    { type: 'text', path: 'name', label: 'Module', required: true },
    { type: 'text', path: 'filterName', label: 'Filter', help: 'Where the module has several.' },
    { type: 'yaml', path: 'config', label: 'Configuration', help: 'Handed to the filter as it is.' },
    {
      type: 'boolean',
      path: 'terminalFilter',
      label: 'Answers itself',
      help: 'Requests do not reach a backend.',
    },
  ],
};

/** With a noun before the name, so that the name keeps its own letters. */
function sayNamed(noun: string, words: RowWords): string | undefined {
  return sayWords({ ...words, label: `${noun} ${words.label}` });
}
