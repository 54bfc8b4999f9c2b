import type { DateInterval } from "../dates/find-dates.ts";
import type { DateField, DateFilter } from "../request/request.ts";
import {
  describesKind,
  governing,
  isNegative,
  negatorBefore,
  seek,
  seekBack,
} from "../request/reading/looking.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Candidate, Doubt, Finding, Recognizer } from "./contract.ts";

/** Statuses that name the day they happened (D7, ruling 11). */
const fieldOfStatus: Readonly<Record<string, DateField>> = {
  rejected: "rejected",
  offer: "offered",
};

interface Said {
  readonly field: DateField;
  readonly from: number;
  /** End of a verb behind the date. */
  readonly to?: number;
  /** The word says nothing else: the date may claim it. */
  readonly own: boolean;
  /** "haven't spoken to": the words deny themselves. */
  readonly denied?: boolean;
}

/** A value that ends in a dash denies itself: "last_contact-". */
function saidBy(verb: Match): Said {
  const denied = verb.value.endsWith("-");
  const field = (denied ? verb.value.slice(0, -1) : verb.value) as DateField;
  return { field, from: verb.from, own: true, denied };
}

/** A verb or noun right before the date says which day of a record is meant. */
function fieldBefore(scene: Scene, token: number): Said | undefined {
  return seekBack(scene, token, (at) => {
    const verb = scene.ending(at, "date.field");
    if (verb !== undefined) return saidBy(verb);
    const status = scene.ending(at, "status") ?? scene.ending(at, "status.noun");
    const field = status === undefined ? undefined : fieldOfStatus[status.value];
    if (status === undefined || field === undefined) return afterPlace(scene, at);
    // "las rechazadas del año pasado": those of last year, whenever they were rejected.
    if (scene.at(status.to, "of") !== undefined) return undefined;
    return isAdjective(scene, status) ? undefined : { field, from: status.from, own: false };
  });
}

/** "rejected by Google in May": a name may stand between. */
function afterPlace(scene: Scene, token: number): Said | undefined {
  const own = scene.ending(token, "own.companies");
  const prep = own === undefined ? undefined : scene.ending(own.from, "prep");
  if (prep === undefined) return undefined;
  const status = scene.ending(prep.from, "status");
  const field = status === undefined ? undefined : fieldOfStatus[status.value];
  return status === undefined || field === undefined
    ? undefined
    : { field, from: status.from, own: false };
}

/** "im Mai abgeschickt": some languages put the verb behind the date. */
function fieldAfter(scene: Scene, token: number): Said | undefined {
  return seek(scene, token, (at) => {
    const verb = scene.lexicon.verbLast ? scene.at(at, "date.field") : undefined;
    if (verb !== undefined) return { ...saidBy(verb), to: verb.to };
    const status = scene.at(at, "status");
    const field = status === undefined ? undefined : fieldOfStatus[status.value];
    return !scene.lexicon.verbLast || status === undefined || field === undefined
      ? undefined
      : { field, from: status.from, to: status.to, own: false };
  });
}

/** "rejected" before a noun describes it and says nothing about the day. */
function isAdjective(scene: Scene, status: Match): boolean {
  return (
    scene.at(status.to, "entity") !== undefined || scene.at(status.to, "stand.in") !== undefined
  );
}

/** A noun such as "deadline" may stand behind a kind: "with a deadline in October". */
function sideOf(scene: Scene, match: Match): { negated: boolean; from: number } {
  const scope = governing(scene, match.from);
  if (scope !== undefined && isNegative(scope)) return { negated: true, from: scope.from };
  const neg = negatorBefore(scene, match.from);
  return neg === undefined
    ? { negated: false, from: match.from }
    : { negated: true, from: neg.from };
}

function doubtsOf(match: Match): Doubt[] {
  const place = { slot: "when", from: match.from, to: match.to };
  if (match.date === undefined) return [];
  const { hard, soft, alternatives } = match.date;
  if (hard !== undefined) return [{ code: hard, ...place }];
  if (soft === undefined) return [];
  return [
    { code: soft, ...place, ...(alternatives === undefined ? {} : { choices: alternatives }) },
  ];
}

function turn(date: DateFilter): DateFilter {
  const { start, end } = date;
  if (end === null) return { ...date, start: null, end: start };
  return start === null ? { ...date, start: end, end: null } : { ...date, negated: true };
}

/** The words before the date that belong to it: "from", "in". */
function withPreposition(scene: Scene, token: number): number {
  const prep = scene.ending(token, "date.prep");
  return prep === undefined ? token : prep.from;
}

function otherReadings(
  value: DateFilter,
  others: readonly DateInterval[] | undefined,
): Pick<Finding, "alternatives"> {
  if (others === undefined) return {};
  const alternatives = others.map(({ from, to }) => ({
    value: { ...value, start: from, end: to },
    confidence: 0.4,
  }));
  return { alternatives };
}

function readDate(scene: Scene, match: Match): Candidate | undefined {
  const date = match.date;
  if (date === undefined) return undefined;
  const start = withPreposition(scene, match.from);
  const verb = fieldBefore(scene, start) ?? fieldAfter(scene, match.to);
  const side = verb === undefined ? sideOf(scene, { ...match, from: start }) : undefined;
  const negated = side?.negated === true;
  const from = side?.negated === true ? side.from : start;
  const doubts = doubtsOf(match);
  if (date.hard !== undefined || (date.from === null && date.to === null)) {
    return { from, to: match.to, findings: [], doubts };
  }
  const value: DateFilter = {
    field: verb?.field ?? "auto",
    start: date.from,
    end: date.to,
    ...(date.relative ? { relative: true } : {}),
    ...(negated ? { negated: true } : {}),
  };
  // "not contacted since January" means last contacted before it.
  const turned =
    verb?.denied === true || (verb !== undefined && negatorBefore(scene, verb.from) !== undefined);
  const finding: Finding = {
    path: "when",
    value: turned ? turn(value) : value,
    from: Math.min(verb?.from ?? from, from),
    to: verb?.to ?? match.to,
    confidence: date.soft === undefined ? match.confidence : Math.min(match.confidence, 0.7),
    via: "date",
    ...otherReadings(value, date.alternatives),
  };
  const lead = verb?.own === true ? Math.min(verb.from, from) : from;
  const end = verb?.own === true ? (verb.to ?? match.to) : match.to;
  return { from: lead, to: end, findings: [finding], doubts };
}

function* find(scene: Scene): Generator<Candidate> {
  const repeats = scene.all("recurrence").filter((each) => !describesKind(scene, each));
  for (const match of scene.all("date")) {
    if (repeats.some((part) => part.from <= match.from && match.to <= part.to)) continue;
    const candidate = readDate(scene, match);
    if (candidate !== undefined) yield candidate;
  }
}

export const period: Recognizer = {
  label: "Dates",
  find,
  examples: {
    caught: [
      {
        text: "applications from last month",
        finds: ['when={"field":"auto","start":"2025-05-01","end":"2025-06-01","relative":true}'],
      },
      {
        text: "applications updated since May 2025",
        finds: ['when={"field":"updated","start":"2025-05-01","end":null}'],
      },
    ],
    spared: ['conversations about "last month"', "my applications"],
  },
};
