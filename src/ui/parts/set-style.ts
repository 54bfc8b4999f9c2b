/**
 * Attachment that sets computed lengths on an element. The content policy refuses style attributes;
 * the CSSOM is not affected by it (CSP 3, section 6.7.3.3).
 */
export function setStyle(
  styles: Readonly<Record<string, string>>,
): (node: HTMLElement | SVGElement) => void {
  return (node) => {
    for (const [name, value] of Object.entries(styles)) node.style.setProperty(name, value);
  };
}
