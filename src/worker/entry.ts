/// <reference lib="webworker" />
import { createJobs } from './jobs';
import { useCipher } from '../store/vault/cipher';
import type { ToWorker, UnlockWorker } from './protocol';
import { serve } from './serve';

declare const self: DedicatedWorkerGlobalScope;

const receive = serve(createJobs(), (message) => self.postMessage(message));
self.onmessage = ({ data }: MessageEvent<ToWorker | UnlockWorker>) => {
  if (data.type === 'unlock') useCipher(data.cipher);
  else receive(data);
};
