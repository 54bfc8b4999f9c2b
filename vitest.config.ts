import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte()],
  define: { __APP_VERSION__: '"0.0.0-test"', __BUILD_ID__: '"test"' },
  test: {
    include: ["tests/**/*.test.ts"],
    exclude: ["tests/browser/**"],
    testTimeout: 30_000,
    globalSetup: ["tools/build-capsule.mjs"],
    pool: "threads",
  },
});
