import { svelte } from "@sveltejs/vite-plugin-svelte";
import { execSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { writeCapsulePage } from "./tools/build-capsule.mjs";
import { commonHeaders, contentPolicies, metaPolicy } from "./tools/headers.mjs";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** The commit the build was made from, or the version where there is no repository. */
function buildId(): string {
  try {
    return execSync("git rev-parse --short=12 HEAD", { stdio: ["ignore", "pipe", "ignore"] })
      .toString()
      .trim();
  } catch {
    return version;
  }
}

/** The policy travels in the page too, for hosts that send no headers. */
function policyInPage(): Plugin {
  return {
    name: "policy-in-page",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: metaPolicy },
        injectTo: "head-prepend",
      },
    ],
    generateBundle() {
      const common = Object.entries(commonHeaders).map(([name, value]) => `  ${name}: ${value}`);
      const rules = [
        ["/*", contentPolicies.page],
        ["/assets/*.js", contentPolicies.worker],
        ["/service-worker.js", contentPolicies.serviceWorker],
      ].map(([path, policy]) =>
        [path, ...common, `  Content-Security-Policy: ${policy ?? ""}`].join("\n"),
      );
      this.emitFile({ type: "asset", fileName: "_headers", source: `${rules.join("\n")}\n` });
    },
  };
}

/** jsPDF's optional parts (HTML rendering) stay out of the bundle: see docs/dependencies.md. */
const absent = new URL("./tools/absent.mjs", import.meta.url).pathname;

/**
 * Parts that are fetched while nobody waits, or on first use: kept out of the precache by their name. The
 * importers of other programs bring the restore worker along.
 */
const laterParts =
  /generated\/fonts|node_modules\/(?:jspdf|pdfkit|hyparquet-writer|bidi-js|@zxcvbn-ts|diceware-|hucre|ical\.js|chardet|yaml|papaparse)|core\/(?:request|dates)\/(?:lexicon|wording)\/(?:de|es|fr|it|nl|pt|common-words)\.json|core\/sample\/|generated\/capsule|core\/importers\/|\/write-(?:docx|workbook|html|notes|cards|calendar|xml|yaml|parquet)\.ts|(?:report|work-search)-model\.ts|core\/archive\/(?:gdpr-files|json-schema)|core\/rescue\/|rescue-files|(?:Compare|Recover|Templates|Files|WorkLog)Part\.svelte|LockSetup\.svelte|unlock-worker|core\/names\/(?:weights|surnames|given-names|ordinary-words|cities|countries)|core\/(?:rules|sanitize\/sanitizer-chunk)/;
interface Chunk {
  readonly moduleIds: readonly string[];
}
const chunkFileNames = ({ moduleIds }: Chunk): string =>
  `assets/${moduleIds.some((id) => laterParts.test(id)) ? "later-" : ""}[name]-[hash].js`;

/** Words of other languages, a chunk of their own beside the grammar. */
const words = {
  groups: [
    {
      name: "words",
      test: /core\/(?:request|dates)\/(?:lexicon|wording)\/(?:de|es|fr|it|nl|pt|common-words)\.json/,
    },
  ],
};

/**
 * Files are written and read in workers alone. The window knows formats and containers by name only, so
 * that the fonts and the libraries, which a shelf would bring along, are not built a second time for it.
 */
function windowWritesNothing(): Plugin {
  return {
    name: "window-writes-nothing",
    apply: "build",
    enforce: "pre",
    resolveId: (source) =>
      /generated\/fonts\/|^(?:pdfkit|hucre|hyparquet|papaparse|@zip\.js)/.test(source)
        ? absent
        : undefined,
  };
}

export default defineConfig({
  base: "./",
  define: {
    __APP_VERSION__: JSON.stringify(version),
    __BUILD_ID__: JSON.stringify(buildId()),
  },
  plugins: [
    svelte(),
    { name: "capsule-page", buildStart: writeCapsulePage },
    policyInPage(),
    windowWritesNothing(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "workers",
      filename: "service-worker.ts",
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ["index.html", "manifest.webmanifest", "icons/*", "assets/*"],
        maximumFileSizeToCacheInBytes: 20_000_000,
      },
    }),
  ],
  resolve: { alias: { canvg: absent, html2canvas: absent, dompurify: absent } },
  worker: {
    format: "es",
    rolldownOptions: { output: { chunkFileNames } },
  },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: "licences.md" },
    // Fonts and dictionaries are large on purpose; the budget is checked by size-limit.
    chunkSizeWarningLimit: 5000,
    rolldownOptions: { output: { chunkFileNames, codeSplitting: words } },
  },
  server: { strictPort: true },
});
