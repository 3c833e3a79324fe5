/** Work between two pauses: longer than drawing what has changed takes, shorter than a person notices. */
const sliceMs = 30;

let lastPause = -Infinity;

/** Lets the browser draw and hear clicks, if it has not just done so; a long task calls it now and then. */
export async function pause(): Promise<void> {
  if (performance.now() - lastPause < sliceMs) return;
  await new Promise<void>((resolve) => {
    // A message, because timers in a row are held back for 4 ms each.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  lastPause = performance.now();
}
