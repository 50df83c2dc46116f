/** Monaco ships this module without types. */
declare module 'monaco-editor/languages/definitions/yaml/yaml' {
  import type { languages } from 'monaco-editor/editor';

  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage;
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  export const StandaloneServices: { get<T>(service: { readonly service?: T }): T };
}

declare module 'monaco-editor/platform/storage/common/storage' {
  interface Storage {
    store(key: string, value: boolean, scope: number, target: number): void;
  }
  export const IStorageService: { readonly service?: Storage };
}

declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController' {}
