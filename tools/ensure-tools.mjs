// Finds or installs what the tests need beside Node: Chromium, and programs that check finished files.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const chromiums = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const packages = {
  "7z": "p7zip-full",
  qpdf: "qpdf",
  pdftotext: "poppler-utils",
  unzip: "unzip",
  xmllint: "libxml2-utils",
  python3: "python3",
};

function found(program) {
  return spawnSync("sh", ["-c", `command -v ${program}`], { stdio: "ignore" }).status === 0;
}

/** Where a system Chromium stands, or undefined: then Playwright's own is used. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  return [...(named === undefined ? [] : [named]), ...chromiums].find((path) => existsSync(path));
}

export function ensureTools() {
  const missing = Object.entries(packages)
    .filter(([program]) => !found(program))
    .map(([, name]) => name);
  if (findChromium() === undefined) missing.push("chromium");
  const apt = found("apt-get") && process.getuid?.() === 0;
  if (missing.length > 0 && apt) {
    console.error(`Installing ${missing.join(", ")} …`);
    const quiet = {
      stdio: ["ignore", "ignore", 2],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    spawnSync("apt-get", ["update"], quiet);
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...missing], quiet);
  }
  if (findChromium() === undefined) {
    const ran = spawnSync("npx", ["playwright", "install", "chromium"], {
      stdio: ["ignore", 2, 2],
    });
    if (ran.status !== 0) {
      console.error("No Chromium was found and none could be installed. Set CHROMIUM_PATH to one.");
      process.exit(1);
    }
  }
  const absent = Object.entries(packages).filter(([program]) => !found(program));
  for (const [program, name] of absent) {
    console.error(`${program} is missing (package ${name}): the checks that use it will fail.`);
  }
}
