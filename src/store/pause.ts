/** Lets the browser draw and hear clicks; a long task calls it now and then. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    // A message, because timers in a row are held back for 4 ms each.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
