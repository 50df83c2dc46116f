import { editorColours, yamlWords } from './editorColours.ts';
import type { Monaco } from './MonacoApi.ts';
import { toHexColour } from './toHexColour.ts';

/** Makes Monaco wear the studio's tokens, and change when the colour scheme does. */
export function followTheme(monaco: Monaco): void {
  const root = document.documentElement;
  const wear = () => {
    const style = getComputedStyle(root);
    const isDark = root.dataset.mantineColorScheme === 'dark';
    const read = (token: string, alpha?: number) => toHexColour(style.getPropertyValue(token), alpha);
    monaco.editor.defineTheme('studio', {
      base: isDark ? 'vs-dark' : 'vs',
      inherit: false,
      colors: Object.fromEntries(
        editorColours.flatMap(([name, token, alpha]) => {
          const hex = read(token, alpha);
          return hex === undefined ? [] : [[name, hex]];
        }),
      ),
      rules: yamlWords.map(([scope, token, fontStyle]) => ({
        token: scope,
        foreground: (read(token) ?? '#808080').slice(1, 7),
        ...(fontStyle === undefined ? {} : { fontStyle }),
      })),
    });
    monaco.editor.setTheme('studio');
  };
  wear();
  new MutationObserver(wear).observe(root, {
    attributes: true,
    attributeFilter: ['data-mantine-color-scheme'],
  });
}
