/* Autoscaling: a typed Kafka trigger, the credentials it asks for, and the picture of what scales what. */
import { expect, test } from './support/studio.ts';

const worker = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: worker
  namespace: shop
spec:
  selector:
    matchLabels: {app: worker}
  template:
    metadata:
      labels: {app: worker}
    spec:
      containers:
        - name: worker
          image: registry.example.com/worker:1
`;

const scaler = `# scales the worker
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  name: worker
  namespace: shop
spec:
  scaleTargetRef:
    name: worker # the workload
  triggers:
    - type: cpu
      metricType: Utilization
      metadata:
        value: '70'
`;

test('a Kafka trigger with SASL: typed settings, one press for Secret, TriggerAuthentication and reference', async ({
  studio,
  page,
}) => {
  await studio.openWith({ 'worker.yaml': worker, 'scaler.yaml': scaler });
  const { inspector } = studio;
  await inspector.open();
  await studio.select('ScaledObject/worker');
  const trigger = await inspector.item('Triggers', 1);
  await inspector.choose('Scales on', 'Apache Kafka', trigger);
  await inspector.fill('Brokers', 'kafka.queues.svc:9092', trigger);
  await inspector.fill('Consumer group', 'orders', trigger);
  await inspector.fill('Topic', 'orders', trigger);
  await inspector.fill('Target lag', '50', trigger);
  await inspector.press('Authenticate with…', trigger);
  await page.getByRole('menuitem', { name: /SCRAM.*512.*TLS/ }).click();
  await studio.settled();

  const { value } = await studio.resource('ScaledObject/worker');
  const [name] = await studio.names('TriggerAuthentication');
  expect(value).toMatchObject({
    spec: {
      triggers: [
        {
          type: 'kafka',
          metadata: {
            bootstrapServers: 'kafka.queues.svc:9092',
            consumerGroup: 'orders',
            topic: 'orders',
            lagThreshold: '50',
          },
          authenticationRef: { name },
        },
      ],
    },
  });
  // Numbers are texts here, and what was written by hand stays.
  const text = await studio.yaml('scaler.yaml');
  expect(text).toMatch(/lagThreshold: ["']50["']/);
  expect(text).toContain('name: worker # the workload');
  expect(text.startsWith('# scales the worker\n')).toBe(true);
  const keys = (await studio.edges()).filter(({ reference }) => reference === 'secretTargetRef');
  expect(keys.length).toBeGreaterThanOrEqual(2);
  for (const { from, to, state } of keys) {
    expect(from).toContain(`TriggerAuthentication/shop/${name}`);
    expect([to, state]).toEqual([`/Secret/shop/${name}`, 'resolved']);
  }

  // Trigger source, scaler, workload: one picture.
  await studio.expectEdge(
    'ScaledObject/worker',
    'source bootstrapServers',
    'Service/queues/kafka',
    'missing',
  );
  await studio.expectEdge('ScaledObject/worker', 'scaleTargetRef', 'Deployment/worker');
  await expect(studio.card('Service/queues/kafka')).toBeVisible();
  expect((await studio.findings('error')).map(({ message }) => message)).toEqual([]);
});
