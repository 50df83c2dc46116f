import type { Guide } from './types.ts';

export const autoscaler: Guide = {
  id: 'autoscaler',
  title: 'Which autoscaler',
  purpose: 'What decides how many pods run, and whether any do',
  icon: 'scale',
  first: 'work',
  questions: [
    {
      id: 'work',
      text: 'Where does the work come from?',
      options: [
        { id: 'requests', label: 'Requests over HTTP', next: 'idle' },
        { id: 'queue', label: 'Messages of a queue or topic', next: 'piece' },
        {
          id: 'unknown',
          label: 'It hardly changes, but the pods have the wrong size',
          next: {
            pattern: 'right-sizing',
            reason:
              'The VerticalPodAutoscaler watches what the pods use and says what they should ask for, before more of them are run. It only recommends at first; it must not act on CPU or memory where another autoscaler counts pods by them.',
            others: [{ pattern: 'cpu-autoscaling', when: 'load changes during the day' }],
          },
        },
      ],
    },
    {
      id: 'idle',
      text: 'May it stop while nobody asks?',
      help: 'The first request then waits until a pod is up.',
      options: [
        {
          id: 'yes',
          label: 'Yes, the first one may wait for some seconds',
          next: {
            pattern: 'scale-to-zero',
            reason:
              'The HTTP add-on of KEDA holds requests while it starts the first pod, which no other trigger for HTTP can: with no pods there is nothing to measure. Idle costs nothing; the add-on has to be installed, and every request takes the way through it.',
            others: [{ pattern: 'scale-on-requests', when: 'the first request may not wait' }],
          },
        },
        { id: 'no', label: 'No, it has to answer at once', next: 'clock' },
      ],
    },
    {
      id: 'clock',
      text: 'Does the load follow the clock?',
      options: [
        {
          id: 'yes',
          label: 'Yes, it comes at known hours',
          next: {
            pattern: 'scale-on-schedule',
            reason:
              'A schedule has the pods ready before people come, and CPU adds more when it gets busier than usual; the greater of the two counts. Pods of the schedule run whether or not they are needed, and holidays are working days to it.',
            others: [{ pattern: 'scale-on-requests', when: 'load also jumps at hours that nobody knows' }],
          },
        },
        { id: 'no', label: 'No, it comes as it comes', next: 'metrics' },
      ],
    },
    {
      id: 'metrics',
      text: 'Are there metrics of the requests in Prometheus?',
      options: [
        {
          id: 'yes',
          label: "Yes, or Envoy's can be collected there",
          next: {
            pattern: 'scale-on-requests',
            reason:
              'Requests a second say what is asked of the app before its CPU is busy, and they mean the same when the code changes. KEDA and Prometheus have to run; when Prometheus is down, the number of pods stays as it was.',
            others: [{ pattern: 'cpu-autoscaling', when: 'each request costs about the same CPU' }],
          },
        },
        {
          id: 'no',
          label: 'No',
          next: {
            pattern: 'cpu-autoscaling',
            reason:
              'A HorizontalPodAutoscaler needs nothing but the metrics server, which most clusters have, and requests for CPU on the pods. CPU rises after the load does, so leave room to spare, and it says nothing of apps that mostly wait.',
            others: [{ pattern: 'scale-on-requests', when: 'the app mostly waits for others' }],
          },
        },
      ],
    },
    {
      id: 'piece',
      text: 'How long does one message take?',
      options: [
        {
          id: 'short',
          label: 'Seconds; a pod works through many',
          next: {
            pattern: 'scale-on-kafka',
            reason:
              'KEDA counts the messages that the consumers lag behind and runs as many pods as it takes to catch up, down to none when there is no lag. More consumers than partitions have nothing to do, so the partitions are the ceiling.',
            others: [{ pattern: 'batch-jobs', when: 'stopping a pod in the middle would lose much work' }],
          },
        },
        {
          id: 'long',
          label: 'Minutes or hours, and it must not be interrupted',
          next: {
            pattern: 'batch-jobs',
            reason:
              'Each piece of work gets a Job that runs to its end, since scaling down never stops it. Starting a pod for each piece costs some seconds, and finished Jobs stay until their history is cut.',
            others: [{ pattern: 'scale-on-kafka', when: 'a piece is short, or can be begun again' }],
          },
        },
      ],
    },
  ],
};
