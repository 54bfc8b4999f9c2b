/** Shannon entropy in bits a character. */
export function entropyOf(value: string): number {
  const counts = new Map<string, number>();
  for (const char of value) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) {
    const share = count / value.length;
    bits -= share * Math.log2(share);
  }
  return bits;
}

const placeholder =
  /^[<{[(%$].*[>}\])%]$|^\$\{?\w+\}?$|^\{\{.*\}\}$|^%\w+%?$|^[x*.•\-_0#?]+$|(?:example|placeholder|changeme|change_me|change-me|redacted|dummy|insert[_-]|your[_-]|_here$|\.\.\.|todo|xxxxx|\*\*\*|<[a-z_ -]+>|^(?:null|nil|none|undefined|true|false|empty|n\/a|tbd|string|text|password|passwd|secret|token|value|test|foo|bar|foobar)$)/i;

/** Whether a value stands for a secret without being one (`${TOKEN}`, `<your key>`, `xxxx`, `EXAMPLE`). */
export function isPlaceholder(value: string): boolean {
  if (placeholder.test(value)) return true;
  return new Set(value.toLowerCase()).size <= 2;
}
