import type { Attachment } from 'svelte/attachments';

interface FloatOptions {
  /** Element that the panel belongs to. */
  readonly anchor: () => HTMLElement | null | undefined;
  readonly align?: 'start' | 'end';
  /** The panel is at least as wide as its anchor. */
  readonly matchWidth?: boolean;
}

const gap = 4;
const edge = 8;

function place(panel: HTMLElement, anchor: HTMLElement, { align = 'start', matchWidth = false }: FloatOptions): void {
  const box = anchor.getBoundingClientRect();
  if (matchWidth) panel.style.minWidth = `${box.width}px`;
  const below = window.innerHeight - box.bottom - gap - edge;
  const above = box.top - gap - edge;
  const upwards = below < Math.min(panel.scrollHeight, 240) && above > below;
  panel.style.maxHeight = `${Math.max(120, upwards ? above : below)}px`;
  const wanted = align === 'end' ? box.right - panel.offsetWidth : box.left;
  panel.style.left = `${Math.max(edge, Math.min(wanted, window.innerWidth - panel.offsetWidth - edge))}px`;
  panel.style.top = `${upwards ? box.top - gap - panel.offsetHeight : box.bottom + gap}px`;
}

/**
 * Shows a `popover` element in the top layer beside its anchor for as long as it is mounted.
 *
 * CSS anchor positioning would do the same, but not in every browser that must run this.
 */
export function floating(options: FloatOptions): Attachment<HTMLElement> {
  return (panel) => {
    const anchor = options.anchor();
    if (!anchor) return;
    panel.showPopover?.();
    const update = (): void => place(panel, anchor, options);
    update();
    const resize = new ResizeObserver(update);
    resize.observe(panel);
    window.addEventListener('scroll', update, { capture: true, passive: true });
    window.addEventListener('resize', update);
    return () => {
      resize.disconnect();
      window.removeEventListener('scroll', update, { capture: true });
      window.removeEventListener('resize', update);
    };
  };
}
