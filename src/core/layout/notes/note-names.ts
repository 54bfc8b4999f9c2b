import type { AnyKind } from "../../records/any-kind.ts";
import type { AnyRecord } from "../../records/stored-record.ts";
import type { CleanRow } from "../../sanitize/clean-row.ts";

/** Where a note lies, without its extension: what a link to it says. */
export interface NoteName {
  readonly path: string;
  readonly title: string;
}

const longestName = 80;

/** Names of all notes, each one once: a link is a name, so it has to be known before the first note is written. */
export class NoteNames {
  readonly #byId = new Map<string, NoteName>();
  readonly #used = new Set<string>();

  add(kind: AnyKind, row: CleanRow): NoteName {
    const title = kind.title(row as unknown as AnyRecord).trim() || `Unnamed ${kind.one}`;
    const plain = fileNameOf(title) || `Unnamed ${kind.one}`;
    let path = `${kind.label}/${plain}`;
    for (let next = 2; this.#used.has(path.toLowerCase()); next += 1) {
      path = `${kind.label}/${plain} ${String(next)}`;
    }
    this.#used.add(path.toLowerCase());
    const name = { path, title };
    if (typeof row["id"] === "string") this.#byId.set(`${kind.id} ${row["id"]}`, name);
    return name;
  }

  /** `[[Applications/Halden|Halden]]`; undefined for a record that has no note here. */
  link(kindId: string, id: unknown): string | undefined {
    const name = typeof id === "string" ? this.#byId.get(`${kindId} ${id}`) : undefined;
    return name === undefined ? undefined : linkTo(name);
  }
}

export function linkTo({ path, title }: NoteName): string {
  return `[[${path}|${fileNameOf(title) || title.replace(/[[\]|]/g, " ")}]]`;
}

/** Letters that no system and no link forbids. */
function fileNameOf(title: string): string {
  const plain = title
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|#^[\]%]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return [...plain]
    .slice(0, longestName)
    .join("")
    .replace(/^\.+|[. ]+$/g, "");
}
