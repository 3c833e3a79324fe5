/**
 * An attachment that has the size of an element read with the next picture, and again whenever it changes. Reading it
 * while the element is put in would make the browser lay the whole page out in the middle of that work.
 */
export function followSize(read: (element: HTMLElement) => void): (element: HTMLElement) => () => void {
  return (element) => {
    const frame = requestAnimationFrame(() => read(element));
    const observer = new ResizeObserver(() => read(element));
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  };
}
