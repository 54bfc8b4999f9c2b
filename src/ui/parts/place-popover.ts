/** Where a popover goes: below its anchor, above where there is no room, always inside the window. */
export function placePopover(
  anchor: DOMRect,
  size: { readonly width: number; readonly height: number },
  frame: { readonly width: number; readonly height: number },
  end = false,
): { readonly left: number; readonly top: number } {
  const gap = 6;
  const edge = 8;
  const wanted = end ? anchor.right - size.width : anchor.left;
  const left = Math.max(edge, Math.min(wanted, frame.width - size.width - edge));
  const below = anchor.bottom + gap;
  const fits = below + size.height <= frame.height - edge;
  const top = fits ? below : Math.max(edge, anchor.top - gap - size.height);
  return { left, top };
}
