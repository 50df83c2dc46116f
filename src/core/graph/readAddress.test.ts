import { describe, expect, it } from 'vitest';
import { readAddress, readdress } from './readAddress.ts';

describe('readAddress', () => {
  it.each([
    ['http://prometheus.monitoring.svc:9090', 'prometheus', 'monitoring', 9090],
    ['https://prometheus.monitoring.svc.cluster.local:9090/graph', 'prometheus', 'monitoring', 9090],
    ['kafka.queues:9092,kafka-2.queues:9092', 'kafka', 'queues', 9092],
    ['redis:6379', 'redis', undefined, 6379],
    ['amqp://guest:secret@rabbit.queues.svc:5672/vhost', 'rabbit', 'queues', 5672],
    ['postgres', 'postgres', undefined, undefined],
  ])('finds the Service in %s', (text, name, namespace, port) => {
    const found = readAddress(text);
    expect(found).toMatchObject({ isService: true, name });
    expect([found?.namespace, found?.port]).toEqual([namespace, port]);
  });

  it.each([
    ['https://sqs.eu-central-1.amazonaws.com/1234/orders', 'sqs.eu-central-1.amazonaws.com'],
    ['kafka.example.com:9092', 'kafka.example.com'],
    ['example.com', 'example.com'],
  ])('knows that %s is outside', (text, name) => {
    expect(readAddress(text)).toMatchObject({ isService: false, name });
  });

  it.each(['', '$HOST', '10.0.0.1:9092', '{{ .host }}', 'not an address'])('leaves %s alone', (text) => {
    expect(readAddress(text)).toBeUndefined();
  });
});

describe('readdress', () => {
  it('changes the host and nothing else', () => {
    expect(readdress('http://prom.monitoring.svc:9090/x', { name: 'prometheus' })).toBe(
      'http://prometheus.monitoring.svc:9090/x',
    );
    expect(readdress('redis:6379', { name: 'cache', namespace: 'data' })).toBe('cache.data:6379');
    expect(readdress('amqp://a:b@mq.q.svc:5672', { name: 'rabbit', namespace: 'p' })).toBe(
      'amqp://a:b@rabbit.p.svc:5672',
    );
  });
});
