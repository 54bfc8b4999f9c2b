import type { Page } from "@playwright/test";

/**
 * What is wrong with the layout as it stands: the page scrolls sideways, text is cut where nothing says so
 * (an ellipsis does, and a box that scrolls), or two things to press lie on each other.
 */
export function layoutTrouble(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > innerWidth) {
      found.push(`scrolls sideways by ${String(root.scrollWidth - innerWidth)} px`);
    }
    const name = (one: Element): string =>
      `<${one.tagName.toLowerCase()} ${one.getAttribute("class") ?? ""}> ${`${one.textContent} ${one.getAttribute("aria-label") ?? ""}`.trim().slice(0, 40)}`;
    const dialog = document.querySelector("dialog[open], [popover]:popover-open");
    const within = dialog ?? document.body;
    const shown = (one: Element): boolean =>
      one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      one.closest(".unseen, [inert]") === null;

    for (const one of within.querySelectorAll<HTMLElement>("h1,h2,h3,p,button,a,label,dd,dt,li")) {
      if (!shown(one) || one.closest(".unseen") !== null) continue;
      const style = getComputedStyle(one);
      const cuts = style.overflowX === "hidden" || style.overflowX === "clip";
      if (cuts && style.textOverflow !== "ellipsis" && one.scrollWidth > one.clientWidth + 1) {
        found.push(`cut: ${name(one)}`);
      }
      const box = one.getBoundingClientRect();
      const scrolls = [...ancestors(one)].some(
        (parent) => parent.scrollWidth > parent.clientWidth && isScroller(parent),
      );
      if (!scrolls && box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)) {
        found.push(`outside: ${name(one)}`);
      }
    }
    const pressed = [
      ...within.querySelectorAll<HTMLElement>("button, a[href], input, select, textarea"),
    ]
      .filter(shown)
      .filter((one) => getComputedStyle(one).opacity !== "0")
      .map((one) => ({ one, box: seen(one) }))
      .filter(({ box }) => box !== undefined && box.width > 1 && box.height > 1);
    for (const [index, first] of pressed.entries()) {
      for (const second of pressed.slice(index + 1)) {
        if (first.one.contains(second.one) || second.one.contains(first.one)) continue;
        if (isLayer(first.one) !== isLayer(second.one)) continue;
        // The link over the navigation stands there only while it has the focus.
        if (first.one.matches(".skip") || second.one.matches(".skip")) continue;
        const width = overlap(first.box, second.box, "left", "right");
        const height = overlap(first.box, second.box, "top", "bottom");
        if (width > 2 && height > 2)
          found.push(`overlap: ${name(first.one)} / ${name(second.one)}`);
      }
    }
    return [...new Set(found)];

    function* ancestors(from: Element): Generator<Element> {
      for (let parent = from.parentElement; parent !== null; parent = parent.parentElement) {
        yield parent;
      }
    }
    function isScroller(one: Element): boolean {
      return /auto|scroll|hidden|clip/.test(getComputedStyle(one).overflowX);
    }
    /** What floats above the page (a bar of chosen rows, a foot that stays) covers rows on purpose. */
    function isLayer(one: Element): boolean {
      return [one, ...ancestors(one)].some(
        (parent) =>
          ["fixed", "sticky", "absolute"].includes(getComputedStyle(parent).position) &&
          parent !== document.body &&
          !parent.matches("button, a, input"),
      );
    }
    /** The part of it that its scrolling boxes let through. */
    function seen(one: Element): DOMRect | undefined {
      let { left, right, top, bottom } = one.getBoundingClientRect();
      for (const parent of ancestors(one)) {
        if (!isScroller(parent)) continue;
        const box = parent.getBoundingClientRect();
        left = Math.max(left, box.left);
        right = Math.min(right, box.right);
        top = Math.max(top, box.top);
        bottom = Math.min(bottom, box.bottom);
      }
      return right > left && bottom > top
        ? new DOMRect(left, top, right - left, bottom - top)
        : undefined;
    }
    function overlap(
      a: DOMRect | undefined,
      b: DOMRect | undefined,
      from: "left" | "top",
      to: "right" | "bottom",
    ): number {
      if (a === undefined || b === undefined) return 0;
      return Math.min(a[to], b[to]) - Math.max(a[from], b[from]);
    }
  });
}
