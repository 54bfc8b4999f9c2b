// Serves an app that is built already: the browser tests and the benchmarks stand on it.
import { serve } from "./serve.mjs";

const { address } = await serve({
  port: Number(process.argv[2] ?? 4173),
  folder: process.argv[3] ?? "dist",
});
console.log(address);
