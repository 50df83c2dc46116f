import { parseYaml } from '../../yaml/parseYaml.ts';
import { isMap } from '../reading.ts';
import { kinds } from '../registry.ts';
import type { CardSummary } from '../types.ts';

/** The card of a resource of this kind, written as YAML without its apiVersion, kind and name. */
export function summaryOf(kind: string, yaml: string): CardSummary {
  const definition = kinds.find((each) => each.kind === kind);
  const { value, problems } = parseYaml(yaml);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  if (definition === undefined || !isMap(value)) throw new Error(`cannot summarise ${kind}`);
  return definition.summarise(value);
}

/** Each row as one line: `label | part | part [chip] [chip]`. */
export function lines({ rows }: CardSummary): readonly string[] {
  return rows.map(({ label, parts, chips }) =>
    [[label, ...parts].join(' | '), ...chips.map(({ text }) => `[${text}]`)].join(' '),
  );
}

/** The words on the chips of a card. */
export function chips(summary: CardSummary): readonly string[] {
  return summary.chips.map(({ text }) => text);
}
