import { describe, expect, it } from 'vitest';
import { loadPacks } from '../../../scripts/catalogue/loadPacks.ts';
import { changedLines, perform, testContext } from '../actions/testContext.ts';
import { Library } from '../catalogue/library.ts';
import type { Shape } from '../catalogue/shape.ts';
import { kinds } from '../kinds/registry.ts';
import { emptyContext } from '../kinds/testing/contexts.ts';
import type { KindDefinition } from '../kinds/types.ts';
import type { ResourceId } from '../workspace/types.ts';
import { type Path, valueAt } from '../yaml/path.ts';
import { drawField, newValueOf } from './drawField.ts';
import { fieldsBelow, placeField, upToMissingItem } from './fieldIndex.ts';

const library = new Library();
library.choose('experimental');
const { index, packs } = loadPacks();
library.takeIndex(index);
for (const pack of packs) library.takePack(pack);

/** Of the fields deep inside (a pod's volumes within a proxy within a gateway) some stand for all. */
const shallow = 4;
const oneIn = 17;

function shapeOf({ group, versions, kind }: KindDefinition): Shape {
  const found = library.catalogue.find(group, versions[0] ?? '', kind);
  if (found.state !== 'known') throw new Error(`${kind} is ${found.state}`);
  return found.kind.shape;
}

/** The paths that a form would write when each field of the schema is added to a new resource. */
function writablePaths(shape: Shape, value: unknown): readonly Path[] {
  const paths = new Map<string, Path>();
  for (const [position, { steps }] of fieldsBelow(shape).entries()) {
    if (steps.length > shallow && position % oneIn !== 0) continue;
    const path = upToMissingItem(value, placeField(steps));
    paths.set(path.join('\n'), path);
  }
  return [...paths.values()];
}

function shapeAt(shape: Shape, path: Path): Shape | undefined {
  return path.reduce<Shape | undefined>((at, step) => at?.step(step), shape);
}

/** What is wrong with setting a field and taking it away again; undefined when nothing is. */
function tryField(text: string, id: ResourceId, shape: Shape, path: Path): string | undefined {
  const inner = shapeAt(shape, path);
  const key = String(path.at(-1));
  if (inner === undefined) return 'has no schema';
  const drawn = drawField(inner, key, undefined);
  if (drawn.label === '') return 'is drawn without a name';
  const value = newValueOf(inner, key);
  const { texts, change } = perform({ 'a.yaml': text }, 'set-field', { id, path, value });
  const after = texts['a.yaml'] ?? '';
  const [first] = change.files;
  if (change.files.length !== 1 || first?.type !== 'edit') return 'is not one edit of one file';
  const gone = changedLines(text, after).filter((line) => line.startsWith('- '));
  if (gone.some((line) => !line.trimEnd().endsWith(': {}') && !line.includes(': []')))
    return `took lines away: ${gone.join(' ')}`;
  const context = testContext({ 'a.yaml': after });
  const resource = context.analysis.resources.get(id);
  if (resource === undefined || resource.stale !== undefined) return 'does not parse afterwards';
  if (JSON.stringify(valueAt(resource.value, path)) !== JSON.stringify(value))
    return 'reads as something else';
  const back = perform({ 'a.yaml': after }, 'set-field', { id, path }).texts['a.yaml'];
  // An empty spec is left where the first field of it was set: see `pruneEmpty`.
  const isGone = back === text || back === `${text}spec: {}\n`;
  return isGone || gone.length > 0 ? undefined : 'does not go away again';
}

describe('every field of every schema, drawn, set and unset', () => {
  it.each(kinds.map((each) => [each.kind, each] as const))('%s', (_, definition) => {
    const text = definition.template(emptyContext(definition));
    const [resource] = testContext({ 'a.yaml': text }).analysis.resources.values();
    if (resource === undefined) throw new Error('the template makes no resource');
    const shape = shapeOf(definition);
    const unset = writablePaths(shape, resource.value).filter(
      (path) => valueAt(resource.value, path) === undefined,
    );
    expect(fieldsBelow(shape).length).toBeGreaterThan(2);
    const problems = unset.flatMap((path) => {
      const problem = tryField(text, resource.id, shape, path);
      return problem === undefined ? [] : [`${path.join('.')} ${problem}`];
    });
    expect(problems).toEqual([]);
  });
});
