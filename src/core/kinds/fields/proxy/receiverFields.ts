import type { FieldDeclaration } from '../../form.ts';
import { headersField } from '../headerFields.ts';

/** A receiver to begin with. */
export const collector = () => ({
  backendRefs: [{ name: 'otel-collector', namespace: 'monitoring', port: 4317 }],
});

/** Where OpenTelemetry data goes; `path` is the map that names the receiver. */
export function receiverFields(path: string, reference: string): readonly FieldDeclaration[] {
  return [
    { type: 'reference', path: `${path}.backendRefs`, label: 'Sent to', reference },
    headersField(`${path}.headers`, 'With headers'),
    { type: 'map', path: `${path}.resourceAttributes`, label: 'Resource attributes' },
  ];
}
