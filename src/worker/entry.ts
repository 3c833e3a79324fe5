/// <reference lib="webworker" />
import { createJobs } from './jobs';
import { serve } from './serve';

declare const self: DedicatedWorkerGlobalScope;

const receive = serve(createJobs(), (message) => self.postMessage(message));
self.onmessage = (event: MessageEvent) => receive(event.data);
