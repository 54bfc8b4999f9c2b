import { bare } from "../../src/core/containers/bare.ts";
import { encryptedZip } from "../../src/core/containers/encrypted-zip.ts";
import { zip } from "../../src/core/containers/zip.ts";
import { csv } from "../../src/core/formats/csv.ts";
import { json } from "../../src/core/formats/json.ts";
import { ndjson } from "../../src/core/formats/ndjson.ts";
import { loadLists } from "../../src/core/names/lists.ts";
import type { ExportPorts, Progress } from "../../src/core/pipeline/ports.ts";
import type { Shelves } from "../../src/core/pipeline/shelves.ts";
import type { ExportPlan } from "../../src/core/plan/plan.ts";
import type { KindId } from "../../src/core/records/any-kind.ts";
import type { AnyRecord } from "../../src/core/records/stored-record.ts";
import { makeSanitizer } from "../../src/core/sanitize/make-sanitizer.ts";
import { arraySource } from "./array-source.ts";
import { memorySink } from "./memory-sink.ts";

export const shelves: Shelves = {
  formats: { json, ndjson, csv },
  containers: { bare, zip, "encrypted-zip": encryptedZip },
  makeSanitizer: async (sanitization, context) => {
    await loadLists(sanitization.level);
    return makeSanitizer(sanitization, context);
  },
};

const at = "2026-11-25T08:00:00.000Z";

/** A record with its dates filled in. */
export function record(id: string, fields: Readonly<Record<string, unknown>> = {}): AnyRecord {
  return { id, created_at: at, updated_at: at, ...fields };
}

/** A plan for the kinds named, whole and in clear unless `more` says otherwise. */
export function planOf(kinds: readonly KindId[], more: Partial<ExportPlan> = {}): ExportPlan {
  return {
    v: 1,
    sentence: "everything as JSON",
    said: { v: 1, intent: "export" },
    today: "2026-11-25",
    selection: { kinds: kinds.map((kind) => ({ kind })), leftOut: [] },
    sanitization: { level: "none" },
    formats: ["json"],
    container: "bare",
    withBytes: false,
    destination: "private",
    fileName: "everything.json",
    title: "Everything",
    ...more,
  };
}

/** Ports of a run in memory; `reports` gathers the progress. */
export function portsOf(
  more: Partial<ExportPorts> = {},
): ExportPorts & { readonly reports: Progress[] } {
  const reports: Progress[] = [];
  let milliseconds = 0;
  return {
    source: arraySource({}),
    sink: memorySink(),
    signal: new AbortController().signal,
    now: () => new Date(at),
    clock: () => (milliseconds += 40),
    report: (progress) => reports.push(progress),
    exportId: "export-1",
    appVersion: "1.0.0",
    known: { people: [], companies: [] },
    pseudonymKey: new Uint8Array(32).fill(7),
    ...more,
    reports,
  };
}
