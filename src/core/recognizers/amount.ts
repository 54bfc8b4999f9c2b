import { isMark, numberAt, patternFinding, seek, seekBack } from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Recognizer } from "./contract.ts";

/** Figures from here on are money even when nobody says so. */
const surelyMoney = 1000;

interface Figure {
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly currency?: string;
  readonly per?: string;
  /** "k" was said, so a partner of a range shares it. */
  readonly thousands: boolean;
  readonly noun?: string;
}

/** "70k euros a year", "$120k", "4.5 stars". */
function figureAt(scene: Scene, token: number): Figure | undefined {
  const front = scene.at(token, "currency");
  const number = numberAt(scene, front?.to ?? token);
  if (number === undefined) return undefined;
  // In "$50-$70" the second sign belongs to the second figure.
  const joined = scene.text[scene.tokens[number.to - 1]?.end ?? 0] === "-";
  const back = joined ? undefined : scene.at(number.to, "currency");
  const afterMoney = back?.to ?? number.to;
  const per = scene.at(afterMoney, "per");
  const noun = scene.at(number.to, "stars");
  const currency = front?.value ?? back?.value;
  return {
    value: number.value,
    from: token,
    to: per?.to ?? noun?.to ?? afterMoney,
    thousands: scene.tokens[number.to - 1]?.form.endsWith("k") === true,
    ...(currency === undefined ? {} : { currency }),
    ...(per === undefined ? {} : { per: per.value }),
    ...(noun === undefined ? {} : { noun: noun.value }),
  };
}

/** What the figure counts, or undefined when nothing says that it is more than a number. */
function fieldOf(scene: Scene, figure: Figure, start: number): string | undefined {
  if (figure.noun !== undefined) return figure.noun;
  const cue = cueBefore(scene, start);
  if (cue !== undefined) return cue.value;
  if (isYear(figure)) return undefined;
  const money = figure.currency !== undefined || figure.per !== undefined || figure.thousands;
  return money || figure.value >= surelyMoney ? "salary" : undefined;
}

/** "from 2024" is a date unless money is spoken of. */
function isYear({ value, currency, per, thousands }: Figure): boolean {
  return value >= 1900 && value < 2100 && !thousands && currency === undefined && per === undefined;
}

function cueBefore(scene: Scene, start: number): Match | undefined {
  return seekBack(scene, start, (at) => scene.ending(at, "pays"));
}

function candidate(
  scene: Scene,
  figure: Figure,
  op: string,
  value: number | readonly number[],
  start: number,
  to: number,
): Candidate | undefined {
  const field = fieldOf(scene, figure, start);
  if (field === undefined || isTimeCount(scene, to)) return undefined;
  const money = field === "salary";
  const unit = {
    ...(money && figure.currency !== undefined ? { currency: figure.currency } : {}),
    ...(money && figure.per !== undefined ? { per: figure.per } : {}),
  };
  const filter = { field, op, value, ...(Object.keys(unit).length === 0 ? {} : { unit }) };
  const from = cueBefore(scene, start)?.from ?? start;
  return { from, to, bonus: 0.2, findings: [patternFinding("filters", filter, from, to)] };
}

/** "over 30 days" counts time. */
const isTimeCount = (scene: Scene, to: number): boolean => scene.at(to, "unit") !== undefined;

function readRange(scene: Scene, cmp: Match): Candidate | undefined {
  const low = seek(scene, cmp.to, (at) => figureAt(scene, at));
  if (low === undefined) return undefined;
  return readPartner(scene, low, cmp.from);
}

/** Second half of "between 80 and 100k": "k", currency and period hold for both. */
function readPartner(scene: Scene, low: Figure, start: number): Candidate | undefined {
  const joint = isMark(scene, low.to, "-–—") ? low.to + 1 : scene.at(low.to, "cmp.and")?.to;
  const adjacent = scene.text[scene.tokens[low.to - 1]?.end ?? 0] === "-" ? low.to : undefined;
  const at = joint ?? adjacent;
  const high = at === undefined ? undefined : seek(scene, at, (token) => figureAt(scene, token));
  if (high === undefined) return undefined;
  const shared = high.thousands && !low.thousands && low.value < high.value / 100;
  const value = [shared ? low.value * 1000 : low.value, high.value];
  const whole: Figure = { ...low, ...high, thousands: low.thousands || high.thousands };
  return candidate(scene, whole, "between", value, start, high.to);
}

function* readCompared(scene: Scene): Generator<Candidate> {
  for (const cmp of scene.all("cmp")) {
    if (cmp.value === "between") {
      const range = readRange(scene, cmp);
      if (range !== undefined) yield range;
      continue;
    }
    const figure = seek(scene, cmp.to, (at) => figureAt(scene, at));
    if (figure === undefined) continue;
    const found = candidate(scene, figure, cmp.value, figure.value, cmp.from, figure.to);
    if (found !== undefined) yield found;
  }
}

/** "100k+", "4 or more", "60k-80k", "rated 5". */
function* readTrailing(scene: Scene): Generator<Candidate> {
  for (let at = 0; at < scene.tokens.length; at++) {
    const figure = figureAt(scene, at);
    if (figure === undefined) continue;
    const after = scene.at(figure.to, "cmp.after");
    const found =
      after === undefined
        ? (readPartner(scene, figure, at) ?? readExact(scene, figure, at))
        : candidate(scene, figure, after.value, figure.value, at, after.to);
    if (found !== undefined) yield found;
  }
}

function readExact(scene: Scene, figure: Figure, start: number): Candidate | undefined {
  const cue = cueBefore(scene, start);
  if (cue === undefined || (cue.value !== "rating" && figure.currency === undefined)) {
    return undefined;
  }
  return candidate(scene, figure, "eq", figure.value, start, figure.to);
}

function* find(scene: Scene): Generator<Candidate> {
  yield* readCompared(scene);
  yield* readTrailing(scene);
}

export const amount: Recognizer = {
  label: "Salary, rating and size",
  find,
  examples: {
    caught: [
      {
        text: "jobs over 100k",
        finds: ['filters={"field":"salary","op":"gt","value":100000}'],
      },
      {
        text: "applications rated 4 or more",
        finds: ['filters={"field":"rating","op":"gte","value":4}'],
      },
    ],
    spared: ["older than 6 months", "the last 10 applications"],
  },
};
