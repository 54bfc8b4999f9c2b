import type { Format } from "./contract.ts";

/**
 * The JSON file in YAML. Every text is quoted, so that `no`, `1.10`, `12:30` and `~` stay texts for
 * readers of YAML 1.1 too; one line holds one value.
 */
export const yaml: Format = {
  label: "YAML",
  words: ["yaml", "yml"],
  extension: "yaml",
  mediaType: "application/yaml",
  layout: "whole",
  lossless: false,
  keepsEveryField: true,
  async *write(document) {
    const { writeYaml } = await import("../layout/write-yaml.ts");
    yield* writeYaml(document);
  },
  async count(bytes) {
    const { countRecords } = await import("../layout/write-yaml.ts");
    return countRecords(bytes);
  },
};
