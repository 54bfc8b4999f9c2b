export { ownJson as "own-json" } from "./own-json.ts";
export { ownNdjson as "own-ndjson" } from "./own-ndjson.ts";
export { ownCsv as "own-csv" } from "./own-csv.ts";
export { ownZip as "own-zip" } from "./own-zip.ts";
export { spreadsheet } from "./spreadsheet.ts";
