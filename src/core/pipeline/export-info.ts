import { checkGdpr, packageParts } from "../archive/gdpr-check.ts";
import type { ExportInfo } from "../formats/contract.ts";
import type { Prepared } from "./prepare-export.ts";
import type { ExportPorts } from "./ports.ts";
import { withUnwritten } from "./unwritten.ts";

/** The head of every file: what it is, what was asked, what was taken and left. */
export function makeExportInfo(prepared: Prepared, ports: ExportPorts, format: string): ExportInfo {
  const { plan, formats, sanitizer, started } = prepared;
  // A manifest is written last: it knows what the head of a file could not know.
  const coverage = withUnwritten(prepared.coverage, [...prepared.unwritten.values()], false);
  const { selection, sanitization } = plan;
  const isPackage = plan.template === "gdpr" && prepared.container.single !== true;
  const gdpr = checkGdpr(plan, formats, isPackage ? packageParts : []);
  return {
    timestamp: started.toISOString(),
    format,
    version: "1.0",
    gdpr_compliant: gdpr.compliant,
    export_id: ports.exportId,
    app_version: ports.appVersion,
    request: sanitizer.cleanText(plan.sentence),
    privacy_level: sanitization.level,
    coverage,
    ...(plan.chain !== undefined && { chain: { ...plan.chain } }),
    ...(!gdpr.compliant && { gdpr_missing: gdpr.missing }),
    ...(isPackage && { gdpr_check: gdpr.conditions }),
    selection: selection.kinds.map(({ kind, where, sort, limit, columns }) => ({
      kind,
      ...(where !== undefined && { filtered: true }),
      ...(sort !== undefined && { sorted_by: sort }),
      ...(limit !== undefined && { limit }),
      ...(columns !== undefined && { columns }),
    })),
  };
}
