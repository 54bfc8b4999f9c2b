import type { TargetRef } from "../core/pipeline/export-job.ts";
import type { OpenSink } from "../core/pipeline/ports.ts";
import type { PrivateRoot, Sink, SinkFile } from "./sinks/contract.ts";
import * as shelf from "./sinks/registry.ts";

/** Acquires the place that a target names. */
export function openSink(target: TargetRef, file: SinkFile, root: PrivateRoot): Promise<OpenSink> {
  const sinks: { readonly [K in TargetRef["kind"]]: Sink<Extract<TargetRef, { kind: K }>> } = shelf;
  const sink = sinks[target.kind] as Sink;
  return sink.open(target, file, root);
}
