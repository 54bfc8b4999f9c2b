import {
  maxCsvColumns,
  maxCsvField,
  maxJsonDepth,
  maxJsonStringBytes,
  maxLineBytes,
} from "../reading/limits.ts";

/**
 * Every limit of an import, named. A refusal prints the limit and the actual value
 * (security.md, "Import and restore").
 */
const kib = 1024;
const mib = 1024 * kib;
const gib = 1024 * mib;

export const limits = {
  fileBytes: 4 * gib,
  /** A damaged file is searched in memory. */
  rescueBytes: 256 * mib,
  /** Above this the screen asks before it reads. */
  askBytes: 500 * mib,
  zipEntries: 10_000,
  entryBytes: 512 * mib,
  totalBytes: 8 * gib,
  /** Output : input, after the first `ratioFree` bytes of output. */
  ratio: 200,
  ratioFree: mib,
  nameBytes: 255,
  nameSegments: 8,
  jsonDepth: maxJsonDepth,
  jsonStringBytes: maxJsonStringBytes,
  unknownKeys: 100,
  unknownBytes: 64 * kib,
  records: 1_000_000,
  csvColumns: maxCsvColumns,
  csvField: maxCsvField,
  csvRows: 1_000_000,
  /** Letters of a text that is read whole: a calendar, cards, a Markdown page. */
  wholeText: 64 * mib,
  /** One part of a workbook, unpacked; and workbooks that are read out of one archive. */
  workbookPart: 256 * mib,
  workbooks: 50,
  /** One line of NDJSON. */
  lineBytes: maxLineBytes,
  refusedListed: 200,
  /** Repetitions of a calendar event that are expanded. */
  repeats: 200,
} as const;
