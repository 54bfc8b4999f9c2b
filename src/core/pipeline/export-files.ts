import type { Tables } from "../archive/data-package.ts";
import type { ManifestFile } from "../archive/manifest.ts";
import type { ExportFile } from "../containers/contract.ts";
import { fail } from "../failure.ts";
import type { ExportDocument } from "../formats/contract.ts";
import { findKind } from "../records/any-kind.ts";
import type { CleanOptions } from "./clean-sections.ts";
import { makeExportInfo } from "./export-info.ts";
import { makeHasher } from "./hasher.ts";
import type { ExportPorts } from "./ports.ts";
import type { Prepared } from "./prepare-export.ts";
import { splitGroups } from "./split-groups.ts";
import { writeFiles, type RecordFile } from "./write-files.ts";

/** The files of a prepared run. `recordFiles` is filled while they are read. */
export async function exportFiles(
  prepared: Prepared,
  ports: ExportPorts,
  clean: CleanOptions,
  recordFiles: RecordFile[],
): Promise<AsyncIterable<ExportFile>> {
  const { plan, formats, container, chosen } = prepared;
  const bare = container.single === true;
  const groups =
    plan.group?.as === "file"
      ? await splitGroups(chosen, plan.group.by, ports.source)
      : [{ name: "", chosen }];
  if (bare) refuseSeveral(prepared, groups.length);
  return writeFiles({
    formats,
    groups,
    documentOf: (format) => documentOf(prepared, ports, format, bare),
    clean,
    makeHasher: ports.makeHasher ?? makeHasher,
    written: recordFiles,
    ...(!bare && { beside: besideOf(prepared, ports) }),
  });
}

function refuseSeveral({ formats, chosen }: Prepared, groups: number): void {
  const [first] = formats;
  const perKind = first?.format.layout === "per-kind";
  const kinds = chosen.filter(({ kind }) => first?.format.refuses?.(kind) === undefined).length;
  if (formats.length > 1 || groups > 1 || (perKind && kinds > 1)) {
    fail({ code: "unsupported", what: "Several files do not fit into one; ask for a ZIP" });
  }
}

function documentOf(
  prepared: Prepared,
  ports: ExportPorts,
  format: string,
  bare: boolean,
): Omit<ExportDocument, "sections"> {
  const { plan, sanitizer, bytes } = prepared;
  const { title, template, group } = plan;
  return {
    title: sanitizer.cleanText(title),
    language: "en",
    exportInfo: makeExportInfo(prepared, ports, format),
    ...(template !== undefined && { template }),
    ...(group !== undefined && { group }),
    options: { ...plan.options, ...claimantOf(prepared, ports) },
    ...(bare && bytes === "taken" && { bytesOf: (id: string) => ports.source.bytes(id) }),
  };
}

/** The claimant's name and number go into a work-search log and into no other file. */
function claimantOf({ plan }: Prepared, { claimant }: ExportPorts) {
  if (plan.template !== "work-search" || claimant === undefined) return {};
  const { name, number, showNumber } = claimant;
  return {
    ...(name !== undefined && { claimant: name }),
    ...(number !== undefined && { claimNumber: number }),
    ...(showNumber === true && { showNumber }),
  };
}

function besideOf(prepared: Prepared, ports: ExportPorts) {
  const { plan, chosen, bytes } = prepared;
  const documents = chosen.find(({ kind }) => kind === "documents");
  const whole = plan.sanitization.level === "none" && plan.selection.leftOut.length === 0;
  return {
    ...(bytes === "taken" && documents !== undefined && { documents }),
    bag: plan.template === "gdpr",
    source: ports.source,
    extras: async () => extrasOf(prepared, ports),
    companions: async (written: readonly ManifestFile[]) => {
      const { companionFiles } = await import("../archive/companions.ts");
      const info = makeExportInfo(prepared, ports, plan.formats.join("+"));
      return companionFiles(info, written, tablesOf(prepared));
    },
    exportInfo: () => makeExportInfo(prepared, ports, plan.formats.join("+")),
    tombstones: async () => {
      const stones = (await ports.tombstones?.()) ?? [];
      if (whole) return stones;
      // An increment tells what went of the kinds it takes: without that a restore would keep it.
      const taken = new Set(plan.selection.kinds.map(({ kind }) => kind));
      return plan.chain === undefined ? [] : stones.filter(({ kind }) => taken.has(kind));
    },
  };
}

function tablesOf({ plan, chosen }: Prepared): Tables {
  const delimiter = plan.options?.["delimiter"];
  return {
    delimiter: delimiter === ";" || delimiter === "\t" ? delimiter : ",",
    columnsOf: (kind) =>
      chosen.find((one) => one.kind === kind)?.selection.columns ?? findKind(kind).columns,
  };
}

async function extrasOf(prepared: Prepared, ports: ExportPorts): Promise<readonly ExportFile[]> {
  const { plan, chosen, bytes } = prepared;
  if (plan.template === "gdpr") return gdprExtras(prepared, ports);
  const activities = chosen.find(({ kind }) => kind === "activities");
  if (plan.template !== "work-search" || activities === undefined || bytes !== "taken") return [];
  const { proofFiles } = await import("../archive/proof-files.ts");
  return proofFiles(ports.source, activities.batches());
}

async function gdprExtras(prepared: Prepared, ports: ExportPorts): Promise<readonly ExportFile[]> {
  const { gdprFiles } = await import("../archive/gdpr-files.ts");
  const { plan, formats, bytes } = prepared;
  const names = formats.map(({ format }) => ({
    name: `data/${format.layout === "whole" ? "data" : "…"}.${format.extension}`,
    what: format.lossless ? "every record with every field" : "the records as tables",
  }));
  const documents = { name: "data/documents/…", what: "the attached files" };
  const info = makeExportInfo(prepared, ports, plan.formats.join("+"));
  return gdprFiles(info, bytes === "taken" ? [...names, documents] : names);
}
