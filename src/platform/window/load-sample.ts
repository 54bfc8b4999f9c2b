import type { Change } from "../../core/interface/record-store.ts";
import type { KindId } from "../../core/records/any-kind.ts";
import type { AnyRecord } from "../../core/records/stored-record.ts";

/** The sample data as one change, so that one undo takes it away; loaded only when asked for. */
export async function loadSample(today: Date): Promise<Change> {
  const { makeSample } = await import("../../core/sample/make-sample.ts");
  const { records, bytes } = await makeSample(today);
  const kinds = Object.entries(records) as readonly (readonly [KindId, readonly AnyRecord[]])[];
  return {
    puts: kinds.flatMap(([kind, all]) => all.map((record) => ({ kind, record }))),
    removes: [],
    bytes: new Map(
      [...bytes].map(([id, file]) => [id, new Blob([file.bytes], { type: file.mediaType })]),
    ),
  };
}
