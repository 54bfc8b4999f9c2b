import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const clock = "Take the clock, ids and randomness as arguments.";
const network = "No byte leaves the device.";

export default ts.config(
  {
    ignores: [
      "dist",
      "node_modules",
      "coverage",
      "src/generated",
      "tests/fixtures",
      "public",
      "screenshots",
      "test-results",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts", "**/*.svelte", "**/*.svelte.ts"],
    extends: [...ts.configs.strictTypeChecked, ...ts.configs.stylisticTypeChecked],
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: {
        project: [
          "./tsconfig.json",
          "./src/core/tsconfig.json",
          "./workers/tsconfig.json",
          "./tests/tsconfig.json",
        ],
        extraFileExtensions: [".svelte"],
      },
    },
    rules: {
      // An async generator that awaits nothing still has to be one: its interface says so.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_" },
      ],
      // A string is spread into its code points on purpose.
      "@typescript-eslint/no-misused-spread": "off",
      // The platform lays bytes out by number; a loop over indexes is clearer there.
      "@typescript-eslint/prefer-for-of": "off",
    },
  },
  // After the rules for TypeScript: they would take the parser of Svelte files for theirs.
  ...svelte.configs.recommended,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      "svelte/button-has-type": "error",
      "svelte/no-at-html-tags": "error",
      // A style attribute is refused by the content policy; the `style:` directive is not.
      "no-restricted-syntax": [
        "error",
        { selector: "SvelteAttribute[key.name='style']", message: "Use the style: directive." },
      ],
      // State is `$state.raw`: a set or map is replaced, never changed.
      "svelte/prefer-svelte-reactivity": "off",
      // Svelte's own rule knows that props are not variables.
      "prefer-const": "off",
      "svelte/prefer-const": ["error", { destructuring: "all" }],
      // The types of callbacks in markup are svelte-check's: this parser sees `any` there.
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      // A hash router: links are plain anchors.
      "svelte/no-navigation-without-resolve": "off",
    },
  },
  {
    files: ["src/core/**/*.ts"],
    languageOptions: { globals: {} },
    rules: {
      "no-restricted-globals": [
        "error",
        ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts"].map((name) => ({
          name,
          message: network,
        })),
        ...[
          "indexedDB",
          "caches",
          "navigator",
          "location",
          "self",
          "document",
          "window",
          "localStorage",
        ].map((name) => ({
          name,
          message: "core is pure: the platform brings this through a port.",
        })),
        { name: "performance", message: clock },
      ],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: clock,
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: clock,
        },
        {
          selector:
            "CallExpression[callee.object.name='crypto'][callee.property.name='getRandomValues']",
          message: clock,
        },
        {
          selector:
            "CallExpression[callee.object.name='crypto'][callee.property.name='randomUUID']",
          message: clock,
        },
      ],
    },
  },
  {
    files: ["src/**/*.ts", "src/**/*.svelte", "workers/**/*.ts"],
    ignores: ["src/core/**"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
          message: "Use crypto.getRandomValues.",
        },
      ],
    },
  },
  { files: ["**/*.mjs", "*.js"], languageOptions: { globals: { ...globals.node } } },
);
