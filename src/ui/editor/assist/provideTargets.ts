import type { languages } from 'monaco-editor/editor';
import { type AssistHost, askCore, cursorOf, locationsOf } from './askCore.ts';

/** Where what is named under the cursor is defined, in whichever file. */
export function provideDefinition(host: AssistHost): languages.DefinitionProvider {
  return {
    async provideDefinition(model, position, token) {
      const cursor = cursorOf(host, model, position);
      if (cursor === undefined) return [];
      const targets = await askCore(host, { assist: 'definition', ...cursor }, token);
      return locationsOf(host, targets ?? []);
    },
  };
}

/** Every place that names what is under the cursor, in every file. */
export function provideReferences(host: AssistHost): languages.ReferenceProvider {
  return {
    async provideReferences(model, position, _context, token) {
      const cursor = cursorOf(host, model, position);
      if (cursor === undefined) return [];
      // Monaco jumps to the only reference, though the cursor may be on it: with the definition there are two to see.
      const request = { assist: 'references', ...cursor, withDefinition: true } as const;
      return locationsOf(host, (await askCore(host, request, token)) ?? []);
    },
  };
}
