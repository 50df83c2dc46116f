import { readText } from '../reading.ts';
import { type RowWords, words } from './rows.ts';

/** `cpu · 70 % of the request`: a metric of a HorizontalPodAutoscaler, whatever its type. */
export function scalingMetricWords(metric: unknown): RowWords {
  const type = readText(metric, 'type') ?? 'metric';
  const source = type.charAt(0).toLowerCase() + type.slice(1);
  const name = readText(metric, source, 'name') ?? readText(metric, source, 'metric', 'name');
  const share = readText(metric, source, 'target', 'averageUtilization');
  const average = readText(metric, source, 'target', 'averageValue');
  const whole = readText(metric, source, 'target', 'value');
  return {
    label: name ?? type,
    parts: [
      words(readText(metric, source, 'container')),
      words(
        readText(metric, source, 'describedObject', 'kind'),
        readText(metric, source, 'describedObject', 'name'),
      ),
      share === undefined ? undefined : `${share} % of the request`,
      average === undefined ? undefined : `${average} per pod`,
      whole === undefined ? undefined : `${whole} in all`,
    ],
  };
}
