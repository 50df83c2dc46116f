/** The core in a worker: one analyser, and the calls of `CoreApi` on it. No logic of its own. */
import { expose } from 'comlink';
import { CoreHost } from './coreHost.ts';

expose(new CoreHost());
