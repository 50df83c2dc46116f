import { describe, expect, it } from 'vitest';
import { httpFiltersField } from '../../core/kinds/fields/filterFields.ts';
import { listenersField } from '../../core/kinds/fields/listenerFields.ts';
import type { FieldDeclaration } from '../../core/kinds/types.ts';
import { describeItem } from './describeItem.ts';
import { fieldsInView } from './visibleFields.ts';

const filterFields = httpFiltersField.type === 'list' ? httpFiltersField.fields : [];
const pathsOf = (fields: readonly FieldDeclaration[]) => fields.map(({ path }) => path);

describe('fieldsInView', () => {
  it('shows only the fields of the chosen member of a union', () => {
    const { shown, more } = fieldsInView(filterFields, { type: 'URLRewrite', urlRewrite: { hostname: 'x' } });
    const all = pathsOf([...shown, ...more]);
    expect(all).toContain('urlRewrite.hostname');
    expect(all).toContain('urlRewrite.path.replacePrefixMatch');
    expect(all.filter((path) => path !== 'type' && !path.startsWith('urlRewrite'))).toEqual([]);
  });

  it('knows abbreviations', () => {
    const { shown, more } = fieldsInView(filterFields, { type: 'CORS' });
    expect(pathsOf([...shown, ...more]).every((path) => path === 'type' || path.startsWith('cors'))).toBe(
      true,
    );
  });

  it('takes only a type for a union: a protocol named TLS does not claim the tls fields', () => {
    const listener = listenersField.type === 'list' ? listenersField.fields : [];
    const { shown, more } = fieldsInView(listener, { name: 'https', protocol: 'HTTPS', port: 443 });
    expect(pathsOf([...shown, ...more])).toContain('tls.certificateRefs');
  });

  it('never hides what is set', () => {
    const value = { type: 'CORS', requestRedirect: { scheme: 'https' } };
    expect(pathsOf(fieldsInView(filterFields, value).shown)).toContain('requestRedirect.scheme');
  });

  it('keeps a long form short: what is set, required or first', () => {
    const many = Array.from({ length: 12 }, (_, i): FieldDeclaration => {
      return { type: 'text', path: `f${i}`, label: `F${i}`, required: i === 9 };
    });
    const { shown, more } = fieldsInView(many, { f11: 'set' });
    expect(pathsOf(shown)).toEqual(['f0', 'f1', 'f2', 'f3', 'f4', 'f5', 'f6', 'f9', 'f11']);
    expect(more).toHaveLength(3);
  });
});

describe('describeItem', () => {
  it('tells items apart in few words', () => {
    expect(describeItem({ path: { type: 'PathPrefix', value: '/api' }, method: 'GET' })).toBe('/api · GET');
    expect(describeItem({ type: 'URLRewrite', urlRewrite: { hostname: 'a.b' } })).toBe('URLRewrite · a.b');
    expect(describeItem({ name: 'https', protocol: 'HTTPS', port: 443, hostname: 'x' })).toBe(
      'https · HTTPS · 443',
    );
    expect(describeItem(null)).toBe('');
  });
});
