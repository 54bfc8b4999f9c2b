import type { Template } from "../templates/contract.ts";
import * as shelf from "../templates/registry.ts";
import type { SaidRequest, TemplateName } from "../request/request.ts";

const byName: Readonly<Record<TemplateName, Template>> = {
  backup: shelf.backup,
  analysis: shelf.analysis,
  sharing: shelf.sharing,
  gdpr: shelf.gdpr,
  "work-search": shelf.workSearch,
};

/** The built-in templates, by the name a request uses. */
export const builtInTemplates: readonly (readonly [TemplateName, Template])[] = Object.entries(
  byName,
) as unknown as readonly (readonly [TemplateName, Template])[];

/** The built-in template that a request names or implies. */
export function templateOf(said: SaidRequest): TemplateName | undefined {
  if (typeof said.template === "string") return said.template;
  return said.formats?.includes("gdpr") === true ? "gdpr" : undefined;
}

export function findTemplate(name: TemplateName): Template {
  return byName[name];
}
