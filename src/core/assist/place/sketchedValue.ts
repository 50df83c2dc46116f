import { setOwn } from '../../yaml/plainValue.ts';
import { unquote } from './scanLine.ts';
import type { SketchNode } from './sketchNodes.ts';

/** What a node says, as plain data; what is not there yet is null. Aliases and block texts stay as they are written. */
export function sketchedValue(text: string, node: SketchNode | undefined): unknown {
  if (node === undefined) return undefined;
  switch (node.type) {
    case 'open':
      return null;
    case 'map': {
      const value = {};
      for (const { step, node: held } of node.entries) setOwn(value, String(step), sketchedValue(text, held));
      return value;
    }
    case 'list':
      return node.entries.map(({ node: held }) => sketchedValue(text, held));
    default:
      return scalarOf(text.slice(node.start, node.end));
  }
}

/** The value of a scalar as YAML 1.2 reads it: the forms that people write. */
function scalarOf(written: string): unknown {
  if (written.startsWith('"') || written.startsWith("'")) return unquote(written);
  if (/^(?:null|Null|NULL|~|)$/.test(written)) return null;
  if (/^(?:true|True|TRUE)$/.test(written)) return true;
  if (/^(?:false|False|FALSE)$/.test(written)) return false;
  if (/^[-+]?(?:\d+|\d*\.\d+)(?:e[-+]?\d+)?$/i.test(written)) return Number(written);
  return written;
}
