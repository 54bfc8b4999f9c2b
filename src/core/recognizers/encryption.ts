import { finding, negatorBefore, seek } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Doubt, Recognizer } from "./contract.ts";

const confidenceOfSecure = 0.65;

function readState(scene: Scene, match: Match): Candidate {
  const secret = scene.tokens[match.to]?.kind === "secret" ? match.to + 1 : match.to;
  if (match.value === "secure") {
    const doubt: Doubt = {
      code: "encryption.secure",
      slot: "encryption",
      from: match.from,
      to: match.to,
    };
    const said = finding("encryption.on", true, match, { confidence: confidenceOfSecure });
    return { from: match.from, to: match.to, findings: [said], doubts: [doubt] };
  }
  const neg = match.value === "on" ? negatorBefore(scene, match.from) : undefined;
  const on = (match.value === "on" && neg === undefined) || isNeeded(scene, match);
  const from = neg?.from ?? match.from;
  const said = finding("encryption.on", on, match, { from });
  // "ne le chiffre pas au format PDF": the denial belongs to the lock.
  const bonus = match.value === "off" && match.to - match.from > 2 ? 1 : 0.1;
  return { from, to: secret, findings: [said], bonus };
}

/** "that nobody can open without a password": two denials ask for the lock. */
function isNeeded(scene: Scene, match: Match): boolean {
  if (match.value !== "off") return false;
  let [from, to] = [match.from, match.to];
  while (from > 0 && scene.tokens[from - 1]?.kind !== "mark") from -= 1;
  while (to < scene.tokens.length && scene.tokens[to]?.kind !== "mark") to += 1;
  const beside = (sense: string): boolean =>
    scene
      .all(sense)
      .some((m) => m.from >= from && m.to <= to && (m.to <= match.from || m.from >= match.to));
  // In German the verb stands behind the password, where it may be taken for one.
  const verbMarked = scene.tokens[match.to]?.kind === "secret";
  return beside("nobody") && (beside("opening") || verbMarked);
}

/** A passphrase typed out means a lock, whatever word names it. */
function* readSecrets(scene: Scene): Generator<Candidate> {
  for (const [i, token] of scene.tokens.entries()) {
    if (token.kind !== "secret") continue;
    let from = i;
    while (from > 0) {
      const link = scene.ending(from, "password.is") ?? scene.ending(from, "password");
      if (link === undefined) break;
      from = link.from;
    }
    const named = scene.at(from, "password");
    const after = seek(scene, i + 1, (at) => scene.at(at, "password"));
    const cue = named ?? after;
    const said =
      cue === undefined
        ? undefined
        : finding("encryption.on", true, cue, { from: Math.min(cue.from, from), to: cue.to });
    yield { from, to: i + 1, findings: said === undefined ? [] : [said], bonus: 0.2 };
  }
}

function* find(scene: Scene): Generator<Candidate> {
  for (const match of scene.all("encrypt")) yield readState(scene, match);
  for (const match of scene.all("encrypt.method")) {
    yield {
      from: match.from,
      to: match.to,
      findings: [finding("encryption.method", match.value, match)],
    };
  }
  yield* readSecrets(scene);
  // "PDF + password": the noun alone still wants a lock; losing it would be the dangerous reading.
  for (const match of scene.all("password")) {
    if (negatorBefore(scene, match.from) !== undefined) continue;
    const said = finding("encryption.on", true, match, { confidence: 0.8 });
    yield { from: match.from, to: match.to, findings: [said], bonus: -0.1 };
  }
}

export const encryption: Recognizer = {
  label: "Encryption",
  find,
  examples: {
    caught: [
      { text: "backup everything encrypted", finds: ["encryption.on=true"] },
      { text: "please don't encrypt it", finds: ["encryption.on=false"] },
      { text: "zip with password hunter2", finds: ["encryption.on=true"] },
    ],
    spared: ["no passwords or API keys"],
  },
};
