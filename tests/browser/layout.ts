/** Checks the layout of a page: text that runs past its box, overlaps another or is cut off, and a page wider than its window. */
import type { Page } from 'playwright-core';

/** In words, without repetition. */
export const layoutFaultsOn = async (page: Page): Promise<string[]> => [...new Set(await page.evaluate(faultsHere))];

/** Runs in the page. */
function faultsHere(): string[] {
  interface Box {
    text: string;
    left: number;
    right: number;
    top: number;
    bottom: number;
    block: Element;
    isDrawn: boolean;
    /** The text node that it is a line of. */
    node: Node;
  }
  const faults: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > window.innerWidth) faults.push(`the page is ${root.scrollWidth} pixels wide in a window of ${window.innerWidth}`);

  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (e: Element): CSSStyleDeclaration => styles.get(e) ?? styles.set(e, getComputedStyle(e)).get(e)!;
  const rects = new Map<Element, DOMRect>();
  const rectOf = (e: Element): DOMRect => rects.get(e) ?? rects.set(e, e.getBoundingClientRect()).get(e)!;
  const isClipped = (e: Element | null): boolean =>
    !!e && e !== document.body && (styleOf(e).clipPath !== 'none' || isClipped(e.parentElement));
  const isUnseen = (e: Element): boolean => !!e.closest('.skip, title, desc, script, style, option') || isClipped(e);
  const isInline = (e: Element): boolean => styleOf(e).display === 'inline';
  const short = (text: string): string => text.trim().replace(/\s+/g, ' ').slice(0, 60);
  const boxes: Box[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    const parent = node.parentElement!;
    if (!text.trim() || isUnseen(parent) || !parent.checkVisibility({ visibilityProperty: true })) continue;
    range.selectNodeContents(node);
    const isDrawn = !!parent.closest('svg');
    let block: Element = parent;
    while (isInline(block) && block.parentElement) block = block.parentElement;
    if (isDrawn) block = parent.closest('text')!;
    for (const r of range.getClientRects()) {
      if (r.width < 1) continue;
      // A line counts by its letters, without the leading above and below them.
      const em = parseFloat(styleOf(parent).fontSize) * (isDrawn ? r.height / (parseFloat(styleOf(parent).fontSize) * 1.362) : 1);
      const middle = (r.top + r.bottom) / 2;
      boxes.push({ text, left: r.left, right: r.right, top: middle - em * 0.36, bottom: middle + em * 0.4, block, isDrawn, node });
    }
  }

  // Outside its box, unless that can be scrolled.
  for (const b of boxes) {
    for (let e = b.isDrawn ? b.block.closest('svg') : b.block; e && e !== document.body; e = e.parentElement) {
      if (/auto|scroll/.test(styleOf(e).overflowX)) break;
      if (isInline(e)) continue;
      const r = rectOf(e);
      if (b.right > r.right + 1.5 || b.left < r.left - 1.5) {
        faults.push(
          `${short(b.text)}: runs ${Math.round(Math.max(b.right - r.right, r.left - b.left))} past its ${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''}`,
        );
        break;
      }
      if (/hidden|clip/.test(styleOf(e).overflow) && (b.bottom > r.bottom + 1.5 || b.top < r.top - 1.5))
        faults.push(`${short(b.text)}: is cut off`);
    }
  }

  // Overlapping another text, or so close to one in another box that both read as one.
  boxes.sort((a, b) => a.top - b.top);
  boxes.forEach((a, i) => {
    for (let n = i + 1; n < boxes.length && boxes[n]!.top < a.bottom; n++) {
      const b = boxes[n]!;
      if (a.node === b.node) continue;
      const across = Math.max(a.left, b.left) - Math.min(a.right, b.right);
      const down = Math.min(a.bottom, b.bottom) - b.top;
      if (across < -1 && down > 1) faults.push(`${short(a.text)} | ${short(b.text)}: they overlap`);
      else if (across < 4 && across >= -1 && down > 6) {
        const [first, second] = a.left < b.left ? [a, b] : [b, a];
        const isJoined = /[\p{L}\d]$/u.test(first.text) && /^[\p{L}\d]/u.test(second.text);
        if (a.block !== b.block || isJoined) faults.push(`${short(first.text)} | ${short(second.text)}: they touch`);
      }
    }
  });

  // Buttons and choices show all of their text.
  for (const e of document.querySelectorAll('button, .btn, select'))
    if (e.scrollWidth > e.clientWidth + 1) faults.push(`${short(e.textContent)}: is cut off`);
  return faults;
}
