// npm start: installs, builds, serves the built app with its real headers, prints the address.
import { install, run } from "./install.mjs";
import { serve } from "./serve.mjs";

install();
if (run("node", ["tools/generate.mjs"]).status !== 0) process.exit(1);
const built = run("npx", ["vite", "build", "--logLevel", "warn"]);
if (built.status !== 0) process.exit(built.status ?? 1);

const wanted = Number(process.env.PORT ?? 4173);
const { address } = await serve({ port: wanted }).catch((error) => {
  if (error.code !== "EADDRINUSE") throw error;
  console.error(`Port ${wanted} is taken, another one is used.`);
  return serve({ port: 0 });
});
console.log(`Job Tracker Pro is ready: ${address}`);
