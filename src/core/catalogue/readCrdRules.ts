import { type CrdReader, isObject, textOf } from './readCrdReader.ts';
import type { CelRule } from './rule.ts';

/** The `x-kubernetes-validations` of a schema. Whether they can be run is found out when they are compiled. */
export function readCrdRules(reader: CrdReader, schema: object): readonly CelRule[] {
  const rules = reader.own(schema, 'x-kubernetes-validations');
  if (!Array.isArray(rules)) return [];
  return rules.flatMap((rule: unknown, index) => {
    const source = isObject(rule) ? textOf(rule, 'rule') : undefined;
    if (!isObject(rule) || source === undefined) {
      reader.report('A validation has no rule: write a CEL expression under rule, or take the entry away.', [
        'x-kubernetes-validations',
        index,
      ]);
      return [];
    }
    const message = textOf(rule, 'message');
    const messageSource = textOf(rule, 'messageExpression');
    const fieldPath = textOf(rule, 'fieldPath');
    const reason = textOf(rule, 'reason');
    return [
      {
        rule: 'cel' as const,
        source,
        ...(message === undefined ? {} : { message }),
        ...(messageSource === undefined ? {} : { messageSource }),
        ...(fieldPath === undefined ? {} : { fieldPath }),
        ...(reason === undefined ? {} : { reason }),
        ...(reader.own(rule, 'optionalOldSelf') === true ? { optionalOldSelf: true } : {}),
      },
    ];
  });
}
