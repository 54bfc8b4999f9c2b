type ZipLibrary = typeof import("@zip.js/zip.js/lib/zip-core-native.js");

let loaded: Promise<ZipLibrary> | undefined;

/**
 * zip.js without its workers and its wasm: our content security policy refuses both, and this code
 * already runs in a worker.
 */
export function loadZip(): Promise<ZipLibrary> {
  loaded ??= import("@zip.js/zip.js/lib/zip-core-native.js").then((zip) => {
    zip.configure({ useWebWorkers: false });
    return zip;
  });
  return loaded;
}

/** 2000-01-01 00:00 as MS-DOS date and time: every entry has it, so that equal data is equal bytes. */
export const fixedDosDate = 0x28210000;
