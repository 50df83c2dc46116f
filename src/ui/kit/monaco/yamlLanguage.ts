import type * as MonacoModule from 'monaco-editor/editor';
import { conf, language } from 'monaco-editor/languages/definitions/yaml/yaml';

/**
 * Registers YAML with rules for the Enter key that know list items: behind `- name: web` the next line stands
 * under `name`, behind `- name:` one level below it.
 */
export function registerYaml(monaco: typeof MonacoModule): void {
  const { languages } = monaco;
  languages.register({ id: 'yaml', extensions: ['.yaml', '.yml'], aliases: ['YAML'] });
  languages.setMonarchTokensProvider('yaml', language);
  languages.setLanguageConfiguration('yaml', {
    ...conf,
    // Names, paths and versions are one word: `web-tls`, `gateway.networking.k8s.io/v1`.
    wordPattern: /[^\s:,[\]{}"'#&*!|>]+/,
    onEnterRules: [
      {
        beforeText: /^\s*-\s+[^\s#'"&*!|>{[][^#]*:\s*$/,
        action: { indentAction: languages.IndentAction.Indent, appendText: '  ' },
      },
      {
        beforeText: /^\s*-\s+[^\s#'"&*!|>{[:]+:\s+\S/,
        action: { indentAction: languages.IndentAction.None, appendText: '  ' },
      },
      { beforeText: /[:|>][-+]?\s*$/, action: { indentAction: languages.IndentAction.Indent } },
    ],
  });
}
