export { json } from "./json.ts";
export { ndjson } from "./ndjson.ts";
export { csv } from "./csv.ts";
export { markdown } from "./markdown.ts";
export { pdf } from "./pdf.ts";
