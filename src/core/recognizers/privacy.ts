import type { Pii } from "../request/request.ts";
import { claimStart, finding, isNegative, matchOf, seekBack } from "../request/reading/looking.ts";
import type { Match, Scene, Scope, ScopeItem } from "../request/reading/scene.ts";
import type { Candidate, Finding, Recognizer } from "./contract.ts";

/** Runs of neighbouring items that name personal data. */
function piiRuns(scope: Scope): ScopeItem[][] {
  const runs: ScopeItem[][] = [];
  let open: ScopeItem[] = [];
  for (const item of scope.items) {
    if (piiOf(scope, item) !== undefined) open.push(item);
    else {
      if (open.length > 0) runs.push(open);
      open = [];
    }
  }
  if (open.length > 0) runs.push(open);
  return runs;
}

function levelBefore(scene: Scene, token: number): Match | undefined {
  return seekBack(scene, token, (at) => scene.ending(at, "level"));
}

/** A level, or all personal data hidden, right before a token. */
function followsLevel(scene: Scene, token: number): boolean {
  if (levelBefore(scene, token) !== undefined || scene.ending(token, "pii.all") !== undefined) {
    return true;
  }
  const hidden = scene.scopes.find((scope) => scope.to === token && isNegative(scope));
  return hidden?.items.some((item) => matchOf(item, "pii.all") !== undefined) ?? false;
}

/** "strict except company names": what stands after a level stays (P2). */
function pathFor(scene: Scene, scope: Scope): "privacy.hide" | "privacy.keep" | undefined {
  if (scope.operator === "keep") return "privacy.keep";
  if (!isNegative(scope)) return undefined;
  if (scope.operator === "except" && followsLevel(scene, scope.from)) return "privacy.keep";
  return "privacy.hide";
}

function piiOf(scope: Scope, item: ScopeItem): Match | undefined {
  // "hide companies": after these operators a kind means the names of its records.
  const named = scope.operator === "keep" || scope.operator === "mask";
  const kept = named ? matchOf(item, "pii.keep") : undefined;
  return matchOf(item, "pii") ?? matchOf(item, "pii.all") ?? kept;
}

function readRun(scene: Scene, scope: Scope, run: readonly ScopeItem[]): Candidate | undefined {
  const path = pathFor(scene, scope);
  const first = run[0];
  const last = run.at(-1);
  if (path === undefined || first === undefined || last === undefined) return undefined;
  const from = claimStart(scope, first);
  const matches = run.flatMap((item) => piiOf(scope, item) ?? []);
  const onlySecrets = matches.every((match) => match.value === "secret");
  const closes = scope.postfix === true && last === scope.items.at(-1);
  const range = { from, to: closes ? scope.to : last.to };
  const findings: Finding[] = matches.flatMap((match): Finding[] => {
    if (match.sense === "pii.all") {
      return path === "privacy.hide" ? [finding("privacy.level", "strict", match, range)] : [];
    }
    if (onlySecrets && path === "privacy.hide") {
      return [finding("privacy.level", "basic", match, range)];
    }
    return (match.value.split("+") as Pii[]).map((kind) => finding(path, kind, match, range));
  });
  return { ...range, findings, bonus: scope.columns ? -1 : 0 };
}

function* find(scene: Scene): Generator<Candidate> {
  for (const scope of scene.scopes) {
    for (const run of piiRuns(scope)) {
      const candidate = readRun(scene, scope, run);
      if (candidate !== undefined) yield candidate;
    }
  }
  for (const match of scene.all("level")) {
    const to = scene.at(match.to, "level.word")?.to ?? match.to;
    yield { from: match.from, to, findings: [finding("privacy.level", match.value, match)] };
  }
  for (const match of scene.all("pseudonyms")) {
    yield {
      from: match.from,
      to: match.to,
      findings: [finding("privacy.pseudonyms", true, match)],
    };
  }
}

export const privacy: Recognizer = {
  label: "Privacy",
  find,
  examples: {
    caught: [
      { text: "contacts, no emails or phone numbers", finds: ['privacy.hide="email"'] },
      { text: "anonymised but keep company names", finds: ['privacy.keep="company"'] },
      { text: "a sanitized report", finds: ['privacy.level="moderate"'] },
    ],
    spared: ["applications sorted by salary", "email me the contacts"],
  },
};
