/** Components cut out of a file of content lines (RFC 5545 3.1, RFC 6350 3.2). */
export interface FoundComponents {
  readonly parts: readonly {
    readonly name: string;
    readonly text: string;
    readonly line: number;
  }[];
  /** Components that begin and never end: the file is cut off. */
  readonly cutOff: number;
}

/** Every component of the wanted names, with what is nested in it. Tolerates LF, CR LF and CR. */
export function cutComponents(text: string, wanted: readonly string[]): FoundComponents {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  const parts: { name: string; text: string; line: number }[] = [];
  let open: { name: string; lines: string[]; line: number } | undefined;
  let cutOff = 0;
  lines.forEach((line, at) => {
    const begin = /^BEGIN:(.+?)\s*$/i.exec(line)?.[1]?.toUpperCase();
    const end = /^END:(.+?)\s*$/i.exec(line)?.[1]?.toUpperCase();
    if (begin !== undefined && wanted.includes(begin)) {
      if (open !== undefined) cutOff += 1;
      open = { name: begin, lines: [], line: at + 1 };
    }
    open?.lines.push(line);
    if (open !== undefined && end === open.name) {
      parts.push({ name: open.name, text: open.lines.join("\r\n"), line: open.line });
      open = undefined;
    }
  });
  return { parts, cutOff: cutOff + (open === undefined ? 0 : 1) };
}
