/// <reference lib="webworker" />
import { createJobs } from './jobs';
import type { ToWorker } from './protocol';
import { serve } from './serve';

declare const self: DedicatedWorkerGlobalScope;

const receive = serve(createJobs(), (message) => self.postMessage(message));
self.onmessage = (event: MessageEvent<ToWorker>) => receive(event.data);
