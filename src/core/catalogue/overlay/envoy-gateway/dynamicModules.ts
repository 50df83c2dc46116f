import { flag, of, record, text } from '../fields.ts';
import { eg, envoyTypes } from './envoyType.ts';

const name = { minLength: 1, maxLength: 253, pattern: '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$' };

export const moduleName = text('The module, as it is registered in dynamicModules of the EnvoyProxy.', name);

/** Shared libraries that Envoy loads: registered in EnvoyProxy, used by policies. */
export const dynamicModules = envoyTypes({
  DynamicModuleEntry: record('A module that policies may use.', {
    'name!': text('The name by which policies use it.', name),
    'source!': of(eg('DynamicModuleSource'), 'Where the library is.'),
    doNotClose: flag('Keeps the library loaded when nothing uses it any more.', { default: false }),
    loadGlobally: flag('Lets libraries that it loads see its symbols.', { default: false }),
  }),
  DynamicModuleSource: record(
    'Where the library of a module is.',
    {
      type: text('On the disk of the proxy, or somewhere to fetch it from.', {
        enum: ['Local', 'Remote'],
        default: 'Local',
      }),
      local: of(eg('LocalDynamicModuleSource'), 'The file, for the type Local.'),
      remote: of(eg('RemoteDynamicModuleSource'), 'The address, for the type Remote.'),
    },
    [{ rule: 'union', tag: 'type', members: { Local: 'local', Remote: 'remote' } }],
  ),
  LocalDynamicModuleSource: record('A library on the disk of the proxy.', {
    'path!': text('The absolute path of the .so file.', { minLength: 1, maxLength: 4096 }),
  }),
  RemoteDynamicModuleSource: record('A library that Envoy fetches.', {
    'url!': text('The address of the .so file, over HTTP or HTTPS.', {
      minLength: 1,
      maxLength: 4096,
      pattern: '^https?://[^/?#]+(?:[/?#].*)?$',
    }),
    'sha256!': text('The checksum that the file must have.', { pattern: '^[a-f0-9]{64}$' }),
  }),
  DynamicModule: record('An HTTP filter that comes with a module of EnvoyProxy.', {
    'name!': moduleName,
    filterName: text('Which of the filters in the module; the unnamed one when absent.', { maxLength: 253 }),
    config: { keepsUnknown: true, doc: 'What is handed to the filter when it starts.' },
    terminalFilter: flag('The module answers requests by itself: they need no backend.', { default: false }),
  }),
});
