import { describe, expect, it } from 'vitest';
import { readSeedVerdicts } from './readSeedVerdicts.ts';

describe('readSeedVerdicts', () => {
  it('reads a list of rows with words and places', () => {
    const { rows, others } = readSeedVerdicts([
      {
        file: 'seeds/001_ab12.txt',
        line: 40,
        kind: 'Backend',
        name: 'bank',
        verdict: 'reject',
        path: 'spec.endpoints',
      },
      { source: '001_ab12.txt:90', valid: true },
      { note: 'made by hand' },
    ]);
    expect(others).toBe(1);
    expect(rows).toEqual([
      expect.objectContaining({
        seed: '001',
        line: 40,
        kind: 'Backend',
        name: 'bank',
        isAccepted: false,
        places: ['spec.endpoints'],
      }),
      expect.objectContaining({ seed: '001', line: 90, isAccepted: true, places: [] }),
    ]);
  });

  it('reads rows under a key, verdicts as maps, and objects in place of text', () => {
    const object = { kind: 'Backend', metadata: { name: 'bank' } };
    const verdict = { accept: false, errors: [{ field: 'spec.a' }, { place: 'spec.b' }] };
    const [row] = readSeedVerdicts({ version: 2, cases: [{ id: 'one', object, verdict }] }).rows;
    expect(row).toMatchObject({ about: 'one', kind: 'Backend', name: 'bank', isAccepted: false });
    expect(row?.places).toEqual(['spec.a', 'spec.b']);
    expect(row?.text).toBe(JSON.stringify(object));
  });

  it.each([[undefined], [null], [7], [[1, 'a', null]], [{ cases: [{}] }]])(
    'takes %j for no verdicts',
    (json) => {
      expect(readSeedVerdicts(json).rows).toEqual([]);
    },
  );
});
