import { describe, expect, it } from 'vitest';
import { checkPromql } from './checkPromql.ts';
import { sayCron } from './sayCron.ts';

const now = new Date('2026-11-21T18:00:00Z');

describe('sayCron', () => {
  it('says a schedule in words, and when it runs next in its own time zone', () => {
    expect(sayCron('0 8 * * 1-5', 'Europe/Berlin', now)).toEqual({
      words: 'At 08:00, Monday through Friday (Europe/Berlin)',
      runs: [
        'Mon, 23 Nov 2026, 08:00',
        'Tue, 24 Nov 2026, 08:00',
        'Wed, 25 Nov 2026, 08:00',
        'Thu, 26 Nov 2026, 08:00',
        'Fri, 27 Nov 2026, 08:00',
      ],
    });
  });

  it('follows the clocks of the zone', () => {
    const said = sayCron('30 2 29 3 *', 'Europe/Berlin', now);
    expect(said).toHaveProperty('runs.0', expect.stringContaining('2027'));
  });

  it('says what is wrong and how it is written', () => {
    expect(sayCron('61 * * * *', 'UTC', now)).toEqual({
      problem: expect.stringMatching(/minute.*five fields/),
    });
    expect(sayCron('0 0 30 2 *', 'UTC', now)).toEqual({ problem: 'This schedule never comes.' });
    expect(sayCron('0 8 * * *', 'Mars/Base', now)).toEqual({
      problem: expect.stringContaining('Europe/Berlin'),
    });
  });
});

describe('checkPromql', () => {
  it('takes queries', () => {
    for (const query of [
      'sum(rate(http_requests_total{route="orders"}[2m]))',
      'histogram_quantile(0.95, sum by (le) (rate(x_bucket[5m])))',
      'up == 1 and on (job) x offset 5m',
    ])
      expect(checkPromql(query), query).toBeNull();
  });

  it('says where a query breaks', () => {
    expect(checkPromql('sum(rate(x[2m])')).toContain('Something is missing');
    expect(checkPromql('sum(rate(x[2m]) by\n  (le')).toMatch(/line \d, column \d/);
    expect(checkPromql('rate(x[2m])) ')).toContain('column');
  });

  it('has nothing to say of nothing', () => {
    expect(checkPromql('  ')).toBeNull();
  });
});
