/** Limits of everything that is read; each one appears in the message together with the actual value. */
export const maxJsonDepth = 64;
/** Bytes of one JSON string as written; the `bytes` of documents are decoded piece by piece instead. */
export const maxJsonStringBytes = 1_048_576;
/** Bytes of one line of NDJSON. */
export const maxLineBytes = 8 * 1_048_576;
/** UTF-16 units of one CSV field. */
export const maxCsvField = 1_048_576;
/** UTF-16 units that may wait for the end of one CSV row. */
export const maxCsvRow = 8 * 1_048_576;
export const maxCsvColumns = 1000;
