import type { languages } from 'monaco-editor/editor';
import { type AssistHost, askCore, cursorOf, shownRange } from './askCore.ts';

/** What is known of the key or value under the pointer. What is wrong with it Monaco shows itself, above. */
export function provideHover(host: AssistHost): languages.HoverProvider {
  return {
    async provideHover(model, position, token) {
      const cursor = cursorOf(host, model, position);
      if (cursor === undefined) return null;
      const answer = await askCore(host, { assist: 'hover', ...cursor }, token);
      if (answer === undefined || answer === null || answer.parts.length === 0) return null;
      return {
        range: shownRange(host, cursor.file, model, answer.range),
        contents: answer.parts.map((value) => ({ value })),
      };
    },
  };
}
