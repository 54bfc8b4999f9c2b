/** Characters without width or direction marks, and full-width ASCII: what is read is not what is stored. */
const odd = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\uff01-\uff5e]/;
const wide = { first: 0xff01, last: 0xff5e, distance: 0xfee0 } as const;

/** A text as it is read, with the place in the original of each of its characters. */
export interface PlainText {
  readonly text: string;
  readonly places: Int32Array;
}

/**
 * The text without characters that nobody sees, and with full-width letters and digits as ASCII, so that
 * "ma\u200bra\uff20firm.test" is an address; undefined where the text holds neither.
 */
export function plainText(text: string): PlainText | undefined {
  if (!odd.test(text)) return undefined;
  const places = new Int32Array(text.length + 1);
  const parts: string[] = [];
  let size = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= wide.first && code <= wide.last)
      parts.push(String.fromCharCode(code - wide.distance));
    else if (code > 127 && odd.test(text.charAt(at))) continue;
    else parts.push(text.charAt(at));
    places[size] = at;
    size += 1;
  }
  places[size] = text.length;
  return { text: parts.join(""), places: places.subarray(0, size + 1) };
}
