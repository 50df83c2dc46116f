import type { Shape } from '../../catalogue/shape.ts';
import type { Path } from '../../yaml/path.ts';
import { copyPlain } from './copyPlain.ts';
import { inventValue, meaningfulTexts } from './inventValue.ts';
import type { Random } from './random.ts';

type Holder = Record<string | number, unknown>;

/** A value in a resource, with what holds it. */
interface Site {
  readonly path: Path;
  readonly holder: Holder;
  readonly key: string | number;
  readonly shape: Shape | undefined;
}

/** What was done to a resource, in a few words: `spec.rules[0].name: made empty`. */
export interface Mutation {
  readonly what: string;
  readonly path: Path;
}

/** Changes the value at a site; answers what it did, or undefined when it has nothing to do there. */
type Mutator = (site: Site, random: Random, donors: readonly unknown[]) => string | undefined;

/**
 * Changes a resource in place, as a person or a broken tool might: one random value somewhere in it. `donors` are other
 * resources of its kind, from which parts are taken over. Undefined when the place that came up offered nothing.
 */
export function mutateResource(
  resource: object,
  shape: Shape,
  random: Random,
  donors: readonly unknown[],
): Mutation | undefined {
  const whole = { path: [], holder: { resource }, key: 'resource', shape };
  const site = random.pick(sitesOf(resource as Holder, shape)) ?? whole;
  const mutator = random.pick(mutators);
  if (mutator === undefined) return undefined;
  const what = mutator(site, random, donors);
  return what === undefined ? undefined : { what, path: site.path };
}

/** Every value below the top, without apiVersion, kind and status. */
function sitesOf(resource: Holder, shape: Shape): readonly Site[] {
  const sites: Site[] = [];
  const visit = (holder: Holder, key: string | number, path: Path, of: Shape | undefined) => {
    sites.push({ path, holder, key, shape: of });
    const value = holder[key];
    if (typeof value !== 'object' || value === null) return;
    const steps = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
    for (const step of steps) visit(value as Holder, step, [...path, step], of?.step(step));
  };
  for (const key of Object.keys(resource)) {
    if (key === 'apiVersion' || key === 'kind' || key === 'status' || key === 'metadata') continue;
    visit(resource, key, [key], shape.step(key));
  }
  return sites;
}

const isMap = (value: unknown): value is Holder =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const remove: Mutator = ({ holder, key }) => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
  return 'removed';
};

const rename: Mutator = ({ holder, key }, random) => {
  if (Array.isArray(holder) || typeof key === 'number') return undefined;
  const at = random.below(key.length);
  const name = random.pick([
    key.slice(0, at) + key.slice(at + 1),
    `${key}s`,
    key.charAt(0).toUpperCase() + key.slice(1),
    key.toLowerCase(),
  ]);
  if (name === undefined || name === key || name === '') return undefined;
  holder[name] = holder[key];
  delete holder[key];
  return `renamed to ${name}`;
};

const changeType: Mutator = ({ holder, key }, random) => {
  const value = holder[key];
  holder[key] = random.pick([null, String(value), 7, 1.5, true, [value], { value }, [], {}, '']);
  return `made ${JSON.stringify(holder[key])?.slice(0, 40)}`;
};

const changeNumber: Mutator = ({ holder, key, shape }, random) => {
  if (typeof holder[key] !== 'number') return undefined;
  const { minimum = 0, maximum = 65_535 } = shape?.schema ?? {};
  const numbers = [0, 1, -1, 100, minimum - 1, minimum, maximum, maximum + 1, 2 ** 31, 1e12, 0.5];
  holder[key] = random.pick(numbers);
  return `made ${holder[key]}`;
};

const changeText: Mutator = ({ holder, key, shape }, random) => {
  const text = holder[key];
  if (typeof text !== 'string') return undefined;
  const { maxLength = 253, enum: allowed = [] } = shape?.schema ?? {};
  const longer = (length: number) =>
    (text === '' ? 'a' : text).repeat(Math.ceil(length / Math.max(1, text.length))).slice(0, length);
  holder[key] = random.pick<unknown>([
    ...[
      '',
      text.toUpperCase(),
      text.toLowerCase(),
      `${text} `,
      `${text}-`,
      `-${text}`,
      `${text}x`,
      text.slice(0, -1),
    ],
    ...[
      `${text}.`,
      `*.${text}`,
      `/${text}`,
      `${text}/`,
      `${text}//a`,
      `${text}é`,
      `${text}\n`,
      `${text}%`,
      '*',
      '.',
      '😀',
    ],
    ...[longer(maxLength), longer(maxLength + 1), longer(64), longer(5000)],
    ...allowed,
    ...allowed,
    random.pick(meaningfulTexts),
    random.pick(meaningfulTexts),
    random.pick(meaningfulTexts),
  ]);
  return `made ${JSON.stringify(holder[key])?.slice(0, 40)}`;
};

const changeList: Mutator = ({ holder, key, shape }, random) => {
  const list = holder[key];
  if (!Array.isArray(list)) return undefined;
  const item: unknown = random.pick(list);
  const { maxItems = 16 } = shape?.schema ?? {};
  const copy = copyPlain(item);
  switch (random.below(6)) {
    case 0:
      list.length = 0;
      return 'emptied';
    case 1:
      list.push(copy);
      return 'an item repeated';
    case 2:
      if (isMap(copy)) changeOneField(copy, random);
      list.push(copy);
      return 'an item repeated and changed';
    case 3:
      while (list.length <= Math.min(maxItems, 128)) list.push(copyPlain(item));
      return 'an item repeated until it is too long';
    case 4:
      list.reverse();
      return 'turned round';
    default:
      if (shape?.items === undefined) return undefined;
      list.push(inventValue(shape.items, random));
      return 'an item added';
  }
};

function changeOneField(map: Holder, random: Random): void {
  const name = random.pick(Object.keys(map));
  if (name === undefined) return;
  const value = map[name];
  if (typeof value === 'string') map[name] = `${value}2`;
  else if (typeof value === 'number') map[name] = value + 1;
  else delete map[name];
}

const emptyMap: Mutator = ({ holder, key }) => {
  if (!isMap(holder[key])) return undefined;
  holder[key] = {};
  return 'emptied';
};

const addUnknown: Mutator = ({ holder, key }, random) => {
  const map = holder[key];
  if (!isMap(map)) return undefined;
  const name = random.pick(['unknown', 'name', 'type', 'value', 'enabled', 'namespace', 'kind', 'a.b']) ?? '';
  map[name] = random.pick<unknown>(['a', 1, true, {}]);
  return `given ${name}`;
};

const addKnown: Mutator = ({ holder, key, shape }, random) => {
  const map = holder[key];
  if (!isMap(map) || shape === undefined) return undefined;
  const absent = [...shape.properties].filter(([name]) => !Object.hasOwn(map, name));
  const chosen = random.pick(absent);
  if (chosen === undefined) return undefined;
  map[chosen[0]] = inventValue(chosen[1], random);
  return `given ${chosen[0]}`;
};

const replace: Mutator = ({ holder, key, shape }, random) => {
  if (shape === undefined) return undefined;
  holder[key] = inventValue(shape, random);
  return 'replaced';
};

const takeOver: Mutator = ({ path, holder, key }, random, donors) => {
  let value: unknown = random.pick(donors);
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Holder)[Array.isArray(value) ? random.below(value.length) : step];
  }
  if (value === undefined) return undefined;
  const copy = copyPlain(value);
  const own = holder[key];
  holder[key] = isMap(copy) && isMap(own) && random.chance(0.5) ? { ...own, ...copy } : copy;
  return 'taken over from another resource';
};

/** Those that are listed more often come up more often. */
const mutators: readonly Mutator[] = [
  ...[remove, remove, rename, changeType, changeNumber, changeNumber, changeText, changeText, changeText],
  ...[
    changeList,
    changeList,
    emptyMap,
    addUnknown,
    addKnown,
    addKnown,
    addKnown,
    addKnown,
    replace,
    takeOver,
    takeOver,
  ],
];
