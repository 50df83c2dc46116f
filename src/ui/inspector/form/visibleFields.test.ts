import { describe, expect, it } from 'vitest';
import type { FieldDeclaration } from '../../../core/kinds/form.ts';
import { fieldsInView } from './visibleFields.ts';

const many: readonly FieldDeclaration[] = Array.from({ length: 14 }, (_, index) => ({
  type: 'text',
  path: `spec.f${index}`,
  label: `F${index}`,
  ...(index === 12 ? { required: true } : {}),
}));
const pathsOf = (fields: readonly FieldDeclaration[]) => fields.map(({ path }) => path);

describe('fieldsInView', () => {
  it('shows a short list whole', () => {
    expect(fieldsInView(many.slice(0, 9), {})).toEqual({ shown: many.slice(0, 9), more: [] });
  });

  it('shows of a long one what comes first, what is required and what is set', () => {
    const { shown, more } = fieldsInView(many, { spec: { f10: 'x' } });
    expect(pathsOf(shown)).toEqual([...many.slice(0, 7).map(({ path }) => path), 'spec.f10', 'spec.f12']);
    expect(shown.length + more.length).toBe(many.length);
  });

  it('counts a choice as set when one of its members is', () => {
    const choice: FieldDeclaration = {
      type: 'choice',
      path: 'spec',
      label: 'Keys',
      members: [
        { label: 'Remote', key: 'remote', fields: [{ type: 'text', path: 'remote.uri', label: 'At' }] },
      ],
    };
    const fields = [...many.slice(0, 11), choice];
    expect(fieldsInView(fields, { spec: { remote: { uri: 'x' } } }).shown).toContain(choice);
    expect(fieldsInView(fields, {}).shown).not.toContain(choice);
  });
});
