import type { TargetRef } from "../../core/pipeline/export-job.ts";
import type { OpenSink } from "../../core/pipeline/ports.ts";

export interface SinkFile {
  /** The name that the person will see. */
  readonly fileName: string;
  readonly exportId: string;
}

/** The browser's private storage (OPFS). */
export type PrivateRoot = () => Promise<FileSystemDirectoryHandle>;

/** A kind of place to write to. An item's name is the `kind` of its target. */
export interface Sink<T extends TargetRef = TargetRef> {
  readonly label: string;
  /** @throws FailureError `permission-lost`, `file-gone`, `storage-full` */
  open(target: T, file: SinkFile, root: PrivateRoot): Promise<OpenSink>;
}
