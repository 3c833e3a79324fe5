import { mount } from 'svelte';
import App from './App.svelte';
import { registerServiceWorker } from './app/service-worker-client';

const target = document.getElementById('app');
if (!target) throw new RangeError('the page has no element: #app');
mount(App, { target });

void registerServiceWorker({ onUpdateReady: () => undefined });
