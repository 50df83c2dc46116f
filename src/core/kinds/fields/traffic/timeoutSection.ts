import type { FieldDeclaration, FormSection } from '../../form.ts';
import { backendTrafficFeatures } from '../../summaries/backendTrafficFeatures.ts';
import { sayFeatures } from '../../summaries/features.ts';

function timeoutField(path: string, label: string, placeholder: string, help: string): FieldDeclaration {
  return { type: 'duration', path: `spec.timeout.${path}`, label, placeholder, help };
}

/** How long things may take on the way to backends. */
export const timeoutSection: FormSection = {
  title: 'Timeouts',
  help: 'Gives up on backends that take too long.',
  docs: 'https://gateway.envoyproxy.io/docs/tasks/traffic/http-timeouts/',
  say: (value) => sayFeatures(value, backendTrafficFeatures, 'timeout'),
  fields: [
    timeoutField(
      'http.requestTimeout',
      'Request timeout',
      '15s',
      'From the whole request to the whole answer, retries included.',
    ),
    timeoutField(
      'tcp.connectTimeout',
      'Connect timeout',
      '5s',
      'Until a connection is open; 10s when empty.',
    ),
    timeoutField(
      'http.connectionIdleTimeout',
      'Connection idle timeout',
      '1h',
      'Closes a connection without requests; 1h when empty.',
    ),
    timeoutField(
      'http.streamIdleTimeout',
      'Stream idle timeout',
      '5m',
      'Ends a request on which nothing moves.',
    ),
    timeoutField('http.maxStreamDuration', 'Longest stream', '30m', 'Ends a request however busy it is.'),
    timeoutField(
      'http.maxConnectionDuration',
      'Longest connection',
      '1h',
      'Closes a connection of this age.',
    ),
  ],
};
