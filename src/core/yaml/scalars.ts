import { type BlockStyle, valueLines } from './blockLines.ts';
import { scalarText } from './scalarText.ts';
import type { Plain } from './types.ts';

/** A scalar on one line: plain where YAML 1.1 and 1.2 readers agree on it, else in double quotes. */
export function renderScalar(value: null | boolean | number | string): string {
  return scalarText(value);
}

/** A value as a YAML text in block style, indented by two; collections and block texts end with a line end. */
export function renderYaml(value: Plain): string {
  const style: BlockStyle = { step: 2, listOffset: 2, dashGap: 2 };
  const { head, lines } = valueLines(value, style, { holder: 'root', column: -1 });
  if (lines.length === 0) return head;
  return `${head === '' ? '' : `${head}\n`}${lines.join('\n')}\n`;
}
