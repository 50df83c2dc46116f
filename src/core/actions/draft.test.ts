import { describe, expect, it } from 'vitest';
import { applyFileChanges } from './applyChange.ts';
import { Draft } from './draft.ts';
import { testContext } from './testContext.ts';

const a = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a # first\n';
const b = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n';
const c = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n';

/** The files after the steps. */
function after(texts: Record<string, string>, steps: (draft: Draft) => void): Record<string, string> {
  const context = testContext(texts);
  const draft = new Draft(context);
  steps(draft);
  const result = draft.finish({ label: 'x' });
  if ('refused' in result) throw new Error(result.refused);
  return Object.fromEntries(applyFileChanges(context.files, result.files).files);
}

function one(text: string, steps: (draft: Draft) => void): string | undefined {
  return after({ f: text }, steps).f;
}

describe('a draft', () => {
  it('composes edits of several documents into one sorted list on the text before', () => {
    const context = testContext({ f: `${a}---\n${b}---\n${c}` });
    const draft = new Draft(context);
    const spot = (index: number) => ({ document: draft.document('f', index), path: [] });
    draft.setKey(spot(2), ['metadata'], 'name', 'cc');
    draft.setKey(spot(0), ['metadata'], 'name', 'aa');
    draft.setKey(spot(0), ['metadata'], 'name', 'aaa');
    draft.setKey(spot(1), ['metadata'], 'namespace', 'ns', ['name']);
    const result = draft.finish({ label: 'x' });
    if ('refused' in result) throw new Error(result.refused);
    expect(result.files).toHaveLength(1);
    const { files } = applyFileChanges(context.files, result.files);
    expect(files.get('f')).toBe(
      `${a.replace('name: a', 'name: aaa')}---\n${b.replace('name: b', 'name: b, namespace: ns')}---\n${c.replace('name: c', 'name: cc')}`,
    );
    const [change] = result.files;
    if (change?.type !== 'edit') throw new Error('no edit');
    expect(change.edits.map((edit) => edit.end - edit.start)).toEqual([0, 0, 0]);
  });

  it('yields no file change when nothing is different in the end', () => {
    const draft = new Draft(testContext({ f: a }));
    const spot = { document: draft.document('f', 0), path: [] };
    draft.setKey(spot, ['metadata'], 'name', 'zebra');
    draft.setKey(spot, ['metadata'], 'name', 'a');
    expect(draft.finish({ label: 'x' })).toEqual({ label: 'x', files: [] });
  });

  it('names the line of a document that does not parse, and does nothing', () => {
    const draft = new Draft(testContext({ 'gateway.yaml': `${a}---\nkind: [\n` }));
    draft.setKey({ document: draft.document('gateway.yaml', 0), path: [] }, ['metadata'], 'name', 'z');
    draft.setKey({ document: draft.document('gateway.yaml', 1), path: [] }, [], 'x', 1);
    const result = draft.finish({ label: 'x' });
    expect(result).toEqual({
      refused: expect.stringMatching(
        /^gateway\.yaml does not parse at line [67] right now\. Mend that first; nothing was changed\.$/,
      ),
    });
  });
});

describe('appending a document', () => {
  it('puts a separator between', () => {
    expect(one(a, (draft) => draft.append('f', b))).toBe(`${a}---\n${b}`);
  });
  it('adds the line end that the file lacks', () => {
    expect(one(a.trimEnd(), (draft) => draft.append('f', b))).toBe(`${a}---\n${b}`);
  });
  it('needs none in an empty file, behind comments only, or behind an open separator', () => {
    expect(one('', (draft) => draft.append('f', b))).toBe(b);
    expect(one('# mine\n', (draft) => draft.append('f', b))).toBe(`# mine\n${b}`);
    expect(one(`${a}---\n`, (draft) => draft.append('f', b))).toBe(`${a}---\n${b}`);
  });
  it('takes one that brings its own', () => {
    expect(one(a, (draft) => draft.append('f', `--- # more\n${b}`))).toBe(`${a}--- # more\n${b}`);
  });
  it('takes the comments at its top along when its own separator stands below them', () => {
    expect(one(a, (draft) => draft.append('f', `# b is\n---\n${b}`))).toBe(`${a}---\n# b is\n${b}`);
    expect(one(a, (draft) => draft.append('f', `# b is\n--- # two\n${b}`))).toBe(
      `${a}--- # two\n# b is\n${b}`,
    );
  });
  it('separates behind a comment that follows a separator', () => {
    expect(one(`${a}---\n# end\n`, (draft) => draft.append('f', b))).toBe(`${a}---\n# end\n---\n${b}`);
  });
  it('uses the line ends of the file for the separator', () => {
    expect(one('a: 1\r\n', (draft) => draft.append('f', 'b: 2\r\n'))).toBe('a: 1\r\n---\r\nb: 2\r\n');
    expect(one('a: 1\r\nc: 2', (draft) => draft.append('f', 'b: 2\r\n'))).toBe(
      'a: 1\r\nc: 2\r\n---\r\nb: 2\r\n',
    );
  });
  it('makes the file when it is not there', () => {
    expect(after({}, (draft) => draft.append('new.yaml', b))).toEqual({ 'new.yaml': b });
  });
});

describe('inserting behind a document', () => {
  it('keeps the others byte for byte', () => {
    const text = `${a}\n# tail\n---\n${c}`;
    expect(one(text, (draft) => draft.insertAfter(draft.document('f', 0), b))).toBe(
      `${a}\n# tail\n---\n${b}---\n${c}`,
    );
  });
  it('keeps the order of several', () => {
    const text = one(`${a}---\n${c}`, (draft) => {
      const first = draft.document('f', 0);
      draft.insertAfter(first, 'x: 1\n');
      draft.insertAfter(first, 'y: 1\n');
    });
    expect(text).toBe(`${a}---\nx: 1\n---\ny: 1\n---\n${c}`);
  });
});

describe('removing a document', () => {
  const remove = (text: string, ...indexes: number[]) =>
    one(text, (draft) => {
      for (const index of indexes) draft.remove(draft.document('f', index));
    });

  it('takes its separator with it', () => {
    const text = `${a}---\n${b}---\n${c}`;
    expect(remove(text, 0)).toBe(`${b}---\n${c}`);
    expect(remove(text, 1)).toBe(`${a}---\n${c}`);
    expect(remove(text, 2)).toBe(`${a}---\n${b}`);
    expect(remove(text, 0, 1)).toBe(c);
    expect(remove(text, 1, 2)).toBe(a);
  });
  it('leaves a leading separator where the file has one', () => {
    const text = `---\n${a}---\n${b}`;
    expect(remove(text, 0)).toBe(`---\n${b}`);
    expect(remove(text, 1)).toBe(`---\n${a}`);
  });
  it('keeps a separator that carries a comment', () => {
    expect(remove(`${a}--- # two\n${b}`, 0)).toBe(`--- # two\n${b}`);
  });
  it('keeps the head of the file, and the byte order mark', () => {
    expect(remove(`# Licence\n\n${a}---\n${b}`, 0)).toBe(`# Licence\n\n---\n${b}`);
    expect(remove(`# Licence\n---\n${a}---\n${b}`, 0)).toBe(`# Licence\n---\n${b}`);
    expect(remove(`\uFEFF${a}---\n${b}`, 0)).toBe(`\uFEFF${b}`);
  });
  it('takes the comments that belong to the resource', () => {
    expect(remove(`# about a\n${a}---\n${b}`, 0)).toBe(b);
  });
  it('removes the file in which nothing is left', () => {
    expect(remove(a, 0)).toBeUndefined();
    expect(remove(`# Licence\n\n${a}---\n`, 0)).toBeUndefined();
    expect(remove(`---\n${a}---\n${b}`, 0, 1)).toBeUndefined();
    expect(remove(`${a}---\n# keep me\n`, 0)).toBe('# keep me\n');
  });
  it('works on Windows line ends and without a last line end', () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(remove(crlf(`${a}---\n${b}---\n${c}`), 1)).toBe(crlf(`${a}---\n${c}`));
    expect(remove(`${a}---\n${b}`.trimEnd(), 1)).toBe(a);
    expect(remove(`${a}---\n${b}`.trimEnd(), 0)).toBe(b.trimEnd());
  });
  it('separates documents that a document end mark kept apart', () => {
    expect(remove(`${a}---\n${b}...\n${c}`, 1)).toBe(`${a}---\n${c}`);
  });
  it('lets a new document take the place of the only one', () => {
    const text = one(a, (draft) => {
      draft.remove(draft.document('f', 0));
      draft.append('f', b);
    });
    expect(text).toBe(b);
  });
});
