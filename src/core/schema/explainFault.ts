import type { CatalogueKind, Origin } from '../catalogue/catalogue.ts';
import type { Rule } from '../catalogue/rule.ts';
import { formatPath, type Path } from '../yaml/path.ts';
import { faultCodes } from './codes.ts';
import { describeFault } from './describeFault.ts';
import type { Fault, FaultDetail } from './fault.ts';
import { formatOf } from './formats.ts';
import { nodeAt } from './nodeAt.ts';
import { sayCondition } from './rules/sayCondition.ts';
import type { SchemaNode } from './schemaNode.ts';
import { sayPattern } from './words/sayPattern.ts';
import { listOf, sayType, sayValue } from './words/sayValue.ts';

/** Why a fault is one, for a panel beside it. */
export interface Explanation {
  /** The code's title and what is wrong. */
  readonly title: string;
  readonly summary: string;
  /** What was compared with what, in the order to be read. */
  readonly facts: readonly Fact[];
  /** What may stand there instead. */
  readonly alternatives?: readonly {
    readonly name: string;
    readonly isThere: boolean;
    readonly doc?: string;
  }[];
  readonly rule?: { readonly words: string; readonly link?: string; readonly source?: string };
  /** Upstream's documentation of the field. */
  readonly doc?: string;
  /** The release, or the file, that the rule comes from. */
  readonly origin?: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** The limit, the values compared, the alternatives, upstream's words and where all that comes from. */
export function explainFault(fault: Fault, kind?: CatalogueKind): Explanation {
  const node = nodeAt(kind, fault.fault === 'required' ? [...fault.path, fault.field] : fault.path);
  const rule = ruleOf(fault);
  const alternatives = alternativesOf(fault, node, kind);
  const doc = node?.schema.doc;
  return {
    title: faultCodes[fault.fault].title,
    summary: describeFault(fault, kind).message,
    facts: [...factsOf(fault), ...placeFacts(fault)],
    ...(alternatives.length === 0 ? {} : { alternatives }),
    ...(rule === undefined ? {} : { rule: explainRule(rule) }),
    ...(doc === undefined ? {} : { doc }),
    ...(kind === undefined ? {} : { origin: sayOrigin(kind.origin) }),
  };
}

const fact = (label: string, value: unknown): readonly Fact[] =>
  value === undefined ? [] : [{ label, value: typeof value === 'string' ? value : sayValue(value) }];

function placeFacts(fault: Fault): readonly Fact[] {
  const ratcheted =
    fault.isRatcheted === true ? 'It was so before, and the server lets it pass on update' : undefined;
  return [
    ...fact('Place', fault.path.length === 0 ? 'the resource' : formatPath(fault.path)),
    ...(fault.related ?? []).flatMap((path: Path) => fact('See also', formatPath(path))),
    ...fact('Update', ratcheted),
  ];
}

function factsOf(fault: FaultDetail): readonly Fact[] {
  switch (fault.fault) {
    case 'unknown-field':
      return [
        ...fact('Written', fault.field),
        ...fact('Closest field', fault.closest),
        ...(fault.elsewhere ?? []).flatMap((place) => fact('There is one at', place)),
        ...fact('Channel', fault.isExperimental === true ? 'experimental only' : undefined),
      ];
    case 'type':
      return [
        ...fact('Expected', listOf(fault.expected.map(sayType), 'or')),
        ...fact('Found', `${sayType(fault.actual)}: ${sayValue(fault.value)}`),
      ];
    case 'required':
      return fact('Missing', fault.field);
    case 'enum':
      return fact('Found', fault.value);
    case 'size':
      return [...fact('Found', `${fault.actual} ${fault.of}`), ...limitFacts(fault)];
    case 'range':
      return [...fact('Found', fault.value), ...limitFacts(fault), ...fact('Multiple of', fault.multipleOf)];
    case 'pattern': {
      const { words, example } = sayPattern(fault.pattern);
      return [
        ...fact('Found', fault.value),
        ...fact('Must be', words),
        ...fact('For example', example),
        ...fact('Pattern (RE2)', fault.pattern),
      ];
    }
    case 'format': {
      const example = formatOf(fault.format, 'built-in')?.example;
      return [
        ...fact('Found', fault.value),
        ...fact('Must be', fault.reason),
        ...fact('For example', example),
      ];
    }
    default:
      return otherFacts(fault);
  }
}

function otherFacts(fault: FaultDetail): readonly Fact[] {
  switch (fault.fault) {
    case 'duplicate':
      return [
        ...Object.entries(fault.keys ?? {}).flatMap(([key, value]) => fact(`Same ${key}`, value)),
        ...fact('First at', formatPath(fault.first)),
      ];
    case 'rule':
      return [
        ...(fault.compared ?? []).flatMap(({ path, value }) => fact(formatPath(path), value)),
        ...fact('Would do', fault.expected),
        ...(fault.missing === undefined ? [] : fact('Missing', formatPath(fault.missing))),
      ];
    case 'rule-error':
      return fact('Error', fault.error);
    case 'immutable':
      return [...fact('Before', fault.before ?? 'not set'), ...fact('Now', fault.after ?? 'not set')];
    case 'metadata':
      return [
        ...fact('Found', fault.value),
        ...fact('Must be', fault.reason),
        ...fact('For example', fault.suggestion),
      ];
    case 'scope':
      return fact('Namespace', fault.namespace);
    case 'no-such-kind':
      return [...fact('Written', `${fault.kind} at ${fault.apiVersion}`)];
    default:
      return [];
  }
}

function limitFacts({ min, max }: { readonly min?: number; readonly max?: number }): readonly Fact[] {
  return [...fact('At least', min), ...fact('At most', max)];
}

function alternativesOf(
  fault: Fault,
  node: SchemaNode | undefined,
  kind: CatalogueKind | undefined,
): NonNullable<Explanation['alternatives']> {
  const plain = (name: string, isThere = false, doc?: string) => ({
    name,
    isThere,
    ...(doc === undefined ? {} : { doc }),
  });
  switch (fault.fault) {
    case 'unknown-field': {
      const parent = nodeAt(kind, fault.path.slice(0, -1));
      return fault.known.map((name) => plain(name, false, parent?.listed(name)?.schema.doc));
    }
    case 'enum':
      return fault.allowed.map((value) => plain(sayValue(value)));
    case 'combination':
      return fault.alternatives.map((name) => plain(name));
    case 'rule':
      return (fault.alternatives ?? []).map((name) =>
        plain(name, fault.present?.includes(name) ?? false, node?.listed(name)?.schema.doc),
      );
    case 'no-such-kind':
      return fault.suggestions.map((each) => plain(`${each.kind} at ${each.apiVersion}`));
    default:
      return [];
  }
}

function ruleOf(fault: FaultDetail): Rule | undefined {
  return fault.fault === 'rule' || fault.fault === 'rule-error' || fault.fault === 'immutable'
    ? fault.rule
    : undefined;
}

function explainRule(rule: Rule): NonNullable<Explanation['rule']> {
  return {
    words: wordsOfRule(rule),
    ...(rule.link === undefined ? {} : { link: rule.link }),
    ...(rule.rule === 'cel' ? { source: rule.source } : {}),
  };
}

/** A rule in a sentence of its own, without values. */
function wordsOfRule(rule: Rule): string {
  const when = rule.when === undefined ? undefined : sayCondition(rule.when);
  const words = bareWords(rule);
  return when === undefined ? `${words}.` : `When ${when}: ${words}.`;
}

function bareWords(rule: Rule): string {
  switch (rule.rule) {
    case 'exactlyOneOf':
      return `exactly one of ${listOf(rule.fields, 'and')}`;
    case 'atMostOneOf':
      return `at most one of ${listOf(rule.fields, 'and')}`;
    case 'atLeastOneOf':
      return `at least one of ${listOf(rule.fields, 'and')}`;
    case 'union':
      return `${rule.tag} says which of ${listOf([...new Set(Object.values(rule.members))], 'and')} is set`;
    case 'required':
      return `${rule.field} must be set`;
    case 'forbidden':
      return `${rule.field} may not be set`;
    case 'oneOfValues':
      return `${rule.field} is ${listOf(rule.values.map(sayValue), 'or')}`;
    case 'pattern':
      return `${rule.field || 'the value'} ${rule.not === true ? 'does not match' : 'is'} ${rule.not === true ? rule.pattern : sayPattern(rule.pattern).words}`;
    case 'unique':
      return `items of ${rule.list || 'the list'} differ${rule.by === undefined ? '' : ` in ${listOf(rule.by, 'or')}`}`;
    case 'immutable':
      return `${rule.field || 'the value'} stays what it was`;
    case 'cel':
      return rule.message ?? 'a rule of the CRD';
    default:
      return rule.message?.replace(/\.$/, '') ?? 'the fields fit together';
  }
}

function sayOrigin(origin: Origin): string {
  if (origin.type === 'built-in') return `${origin.upstream.project} ${origin.upstream.version}`;
  return origin.release === undefined ? origin.source : `${origin.source} (${origin.release})`;
}
