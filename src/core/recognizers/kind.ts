import type { Entity } from "../request/request.ts";
import {
  claimStart,
  finding,
  governing,
  isNegative,
  negatorBefore,
  seekBack,
} from "../request/reading/looking.ts";
import type { Match, Scene, Scope } from "../request/reading/scene.ts";
import { quotedValue, readValues } from "../request/reading/own-values.ts";
import { filterFor } from "../request/reading/value-filter.ts";
import type { Candidate, Finding, Recognizer } from "./contract.ts";

function startOf(match: Match, scope: Scope | undefined): number {
  const item = scope?.items.find((each) => each.from <= match.from && match.from < each.to);
  return scope === undefined || item === undefined ? match.from : claimStart(scope, item);
}

/** The list an operator governs names kinds, not columns. */
function kindScope(scene: Scene, match: Match): Scope | undefined | "columns" {
  const scope = governing(scene, match.from);
  const item = scope?.items.find((each) => each.from <= match.from && match.from < each.to);
  // "numbers" inside "phone numbers" is no kind.
  if (item !== undefined && (item.from !== match.from || item.to !== match.to)) return "columns";
  return scope?.columns === true ? "columns" : scope;
}

/** "en archivos CSV", "als zwei Dateien": what the export becomes, no records that are asked for. */
function isOutput(scene: Scene, match: Match): boolean {
  if (match.value !== "documents" || scene.at(match.from, "fileword") === undefined) return false;
  const format = scene.at(match.to, "format") ?? scene.ending(match.from, "format");
  const number = scene.ending(match.from, "number");
  const figure = scene.tokens[match.from - 1]?.number === undefined ? 0 : 1;
  const start = number?.from ?? match.from - figure;
  const cued = seekBack(
    scene,
    start,
    (at) => scene.ending(at, "as") ?? scene.ending(at, "destination.to"),
  );
  const one = scene.ending(match.from, "indefinite");
  return format !== undefined || cued !== undefined || one !== undefined;
}

function findKinds(scene: Scene, match: Match): Candidate | undefined {
  if (isOutput(scene, match)) return undefined;
  const scope = kindScope(scene, match);
  // "numbers" in "phone numbers", "companies" in "hide companies".
  if (scene.at(match.from - 1, "pii")?.to === match.to) return undefined;
  if (scope !== "columns" && scope?.operator === "mask" && scene.at(match.from, "pii.keep")) {
    return undefined;
  }
  if (scope === "columns" || scope?.operator === "keep") return undefined;
  const kinds = match.value.split("+") as Entity[];
  const out = isNegative(scope) && scope?.operator !== "mask";
  const from =
    scope === undefined || scope.operator === "mask" ? match.from : startOf(match, scope);
  const path = out ? "entities.exclude" : "entities.include";
  return {
    from,
    to: match.to,
    findings: kinds.map((kind) => finding(path, kind, match, out ? { from } : {})),
  };
}

function findAll(scene: Scene, match: Match, soft: boolean): Candidate | undefined {
  const scope = governing(scene, match.from);
  if (isNegative(scope) && scope?.operator !== "mask") return undefined;
  const confidence = soft ? 0.8 : match.confidence;
  return {
    from: match.from,
    to: match.to,
    findings: [finding(soft ? "entities.soft" : "entities.include", "all", match, { confidence })],
  };
}

/** "my CVs": documents of one type. */
function findTyped(scene: Scene, match: Match): Candidate | undefined {
  const scope = kindScope(scene, match);
  if (scope === "columns") return undefined;
  const out = isNegative(scope);
  const from = scope === undefined ? match.from : startOf(match, scope);
  const filter = { field: "type", op: out ? "ne" : "eq", value: match.value };
  const findings: Finding[] = [finding("filters", filter, match, { from })];
  if (!out) findings.unshift(finding("entities.include", "documents", match));
  return { from, to: match.to, findings };
}

/** "rejections", "job offers": applications with that outcome. */
function findOutcome(scene: Scene, match: Match): Candidate | undefined {
  const scope = kindScope(scene, match);
  if (scope === "columns") return undefined;
  const out = isNegative(scope);
  const from = scope === undefined ? match.from : startOf(match, scope);
  const filter = { field: "status", op: out ? "ne" : "eq", value: match.value };
  const findings: Finding[] = [finding("filters", filter, match, { from })];
  if (!out) findings.unshift(finding("entities.include", "applications", match));
  return { from, to: match.to, findings };
}

/** `of type "certificate"`. */
function* findNamedTypes(scene: Scene): Generator<Candidate> {
  for (const cue of scene.all("type.cue")) {
    const { values, to } = readValues(scene, cue.to, (at) => quotedValue(scene, at, "tags"));
    if (values.length === 0) continue;
    const neg = negatorBefore(scene, cue.from);
    const from = neg?.from ?? cue.from;
    const { findings } = filterFor("type", values, neg !== undefined, from, to);
    yield { from, to, bonus: 0.3, findings };
  }
}

function* find(scene: Scene): Generator<Candidate> {
  const each = (sense: string, read: (match: Match) => Candidate | undefined): Candidate[] =>
    scene.all(sense).flatMap((match) => read(match) ?? []);
  yield* each("entity", (match) => findKinds(scene, match));
  yield* each("all", (match) => findAll(scene, match, false));
  yield* each("all.soft", (match) => findAll(scene, match, true));
  yield* each("doctype", (match) => findTyped(scene, match));
  yield* findNamedTypes(scene);
  yield* each("status.noun", (match) => findOutcome(scene, match));
}

export const kind: Recognizer = {
  label: "Kinds of record",
  find,
  examples: {
    caught: [
      { text: "my job applications", finds: ['entities.include="applications"'] },
      { text: "everything except documents", finds: ['entities.exclude="documents"'] },
      { text: "all my CVs", finds: ['entities.include="documents"'] },
    ],
    spared: ['about "interviews"', "as a PDF"],
  },
};
