import { describe, expect, it } from 'vitest';
import { perform, refusalOf } from './testContext.ts';

const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: cart}\n';
const off = { code: 'TS202', reason: 'TLS ends at the load balancer' };
const comment = '# traffic-studio: off TS202 TLS ends at the load balancer';

describe('switch-off-check and switch-on-check', () => {
  it.each([
    ['nothing', ''],
    ['a resource', service],
    ['a comment of its own', `# The cart.\n${service}`],
    ['a mark', `---\n${service}`],
    ['a blank line', `\n${service}`],
    ['Windows line ends', service.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${service}`],
    ['another that is switched off', `# traffic-studio: off TS203 open to all\n\n${service}`],
  ])('write above %s, and take it back byte for byte', (_what, text) => {
    const { texts } = perform({ 'a.yaml': text, 'b.yaml': service }, 'switch-off-check', off);
    const written = texts['a.yaml'] ?? '';
    expect(written.replace('\uFEFF', '').split(/\r?\n/)[0]).toBe(comment);
    expect(written.endsWith(text.replace('\uFEFF', ''))).toBe(true);
    if (text.includes('\r')) expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(texts['b.yaml']).toBe(service);
    expect(perform(texts, 'switch-on-check', { code: 'TS202' }).texts['a.yaml']).toBe(text);
  });

  it('stay when the first resource goes', () => {
    const { texts } = perform(
      { 'a.yaml': `${service}---\n${service.replace('cart', 'pay')}` },
      'switch-off-check',
      off,
    );
    const after = perform(texts, 'delete', { ids: ['/Service/default/cart' as never], references: 'keep' });
    expect(after.texts['a.yaml']).toMatch(new RegExp(`^${comment}\n`));
  });

  it('write into the file that is asked for, and find every comment wherever it stands', () => {
    const { texts } = perform({ 'a.yaml': service, 'b.yaml': service }, 'switch-off-check', {
      ...off,
      file: 'b.yaml',
    });
    expect(texts['a.yaml']).toBe(service);
    expect(texts['b.yaml']).toContain(comment);
    const twice = { ...texts, 'a.yaml': `${service}${comment}\n---\n${service.replace('cart', 'pay')}` };
    const cleared = perform(twice, 'switch-on-check', { code: 'TS202' }).texts;
    expect(Object.values(cleared).join()).not.toContain('traffic-studio');
    expect(cleared['b.yaml']).toBe(service);
  });

  it('are refused where they make no sense', () => {
    const files = { 'a.yaml': service };
    expect(refusalOf(files, 'switch-off-check', { ...off, code: 'TS012' })).toContain('no guardrail');
    expect(refusalOf(files, 'switch-off-check', { ...off, reason: ' ' })).toContain('Say why');
    expect(refusalOf({}, 'switch-off-check', off)).toContain('no file');
    expect(refusalOf(files, 'switch-off-check', { ...off, file: 'c.yaml' })).toContain('no file');
    expect(refusalOf({ 'a.yaml': `${comment}\n${service}` }, 'switch-off-check', off)).toContain('already');
    expect(refusalOf(files, 'switch-on-check', { code: 'TS202' })).toContain('not switched off');
  });
});
