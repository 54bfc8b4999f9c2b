import { seek, seekBack } from "./looking.ts";
import type { Match, Scene } from "./scene.ts";

/** A schedule as it is named in a sentence. */
export interface Named {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly own: boolean;
  /** Said to be a schedule: "the weekly backup", "the mail schedule". */
  readonly sure: boolean;
}

/** A schedule by its stored name, or as "weekly backup", "the backup schedule". */
export function namedAt(scene: Scene, token: number): Named | undefined {
  const own = scene.at(token, "own.schedules");
  if (own !== undefined) {
    const noun = scene.at(own.to, "schedule.noun");
    return { name: own.value, from: token, to: noun?.to ?? own.to, own: true, sure: true };
  }
  const freq = scene.at(token, "schedule.freq");
  const word = freq === undefined ? scene.at(token, "schedule.noun") : undefined;
  // "the schedule for the weekly backup".
  const of = word === undefined ? undefined : scene.at(word.to, "of");
  if (of !== undefined) {
    const inner = seek(scene, of.to, (at) => namedAt(scene, at));
    if (inner !== undefined) return { ...inner, from: token };
  }
  const noun = scene.at(freq?.to ?? token, "schedule.noun");
  if (noun === undefined) return undefined;
  // "la sauvegarde Weekly backup", "the backup called Friday sync": the noun introduces the name.
  const called = seek(scene, scene.at(noun.to, "item.cue")?.to ?? noun.to, (at) =>
    scene.at(at, "own.schedules"),
  );
  if (called !== undefined) {
    return { name: called.value, from: token, to: called.to, own: true, sure: true };
  }
  // "the backup schedule", "la copia semanal": what comes second makes it one that repeats.
  const tail = scene.at(noun.to, "schedule.noun");
  const after = freq === undefined ? scene.at(noun.to, "schedule.freq") : undefined;
  if (freq === undefined && tail === undefined && after === undefined) return undefined;
  const to = after?.to ?? tail?.to ?? noun.to;
  const near = freq === undefined ? undefined : nearName(scene, token, noun);
  const name =
    near ?? scene.text.slice(scene.tokens[token]?.start, scene.tokens[(after ?? noun).to - 1]?.end);
  return {
    name,
    from: token,
    to,
    own: near !== undefined,
    sure: freq !== undefined || after !== undefined,
  };
}

/** "weekly backups" for the stored "Weekly backup". */
function nearName(scene: Scene, token: number, noun: Match): string | undefined {
  const first = scene.tokens[token]?.form ?? "";
  const last = scene.tokens[noun.to - 1]?.form ?? "";
  return scene.names.byFirst
    .get(first)
    ?.find(({ list, words }) => list === "schedules" && last.startsWith(words.at(-1) ?? " "))
    ?.stored;
}

const longestName = 6;

/** The schedule whose name ends before a token, for verbs that close a clause. */
export function namedBefore(scene: Scene, token: number): Named | undefined {
  return seekBack(scene, token, (end) => {
    for (let from = Math.max(0, end - longestName); from < end; from++) {
      const named = namedAt(scene, from);
      if (named?.to === end) return named;
    }
    return undefined;
  });
}
