import type { FieldName } from "../request/request.ts";
import {
  claimStart,
  governing,
  isMark,
  isNegative,
  negatorBefore,
} from "../request/reading/looking.ts";
import type { NameList } from "../request/reading/own-names.ts";
import {
  fromMatch,
  readValues,
  unknownAt,
  valueAt,
  type OwnValue,
} from "../request/reading/own-values.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import { filterFor } from "../request/reading/value-filter.ts";
import type { Candidate, Recognizer } from "./contract.ts";

const fieldOf: Readonly<Partial<Record<NameList, FieldName>>> = {
  companies: "company",
  contacts: "contact",
  locations: "location",
};

/** Lists a preposition may point to, first choice first. */
const listsAfter: Readonly<Record<string, readonly NameList[]>> = {
  at: ["companies"],
  with: ["companies", "contacts"],
  from: ["companies", "contacts"],
  in: ["locations", "companies"],
  contact: ["contacts"],
};

function readAfter(scene: Scene, prep: Match): Candidate | undefined {
  const lists = listsAfter[prep.value];
  if (lists === undefined) return undefined;
  const first = readValues(scene, prep.to, (at) => known(scene, prep, at, lists));
  if (first.values.length === 0) return undefined;
  const list = first.values[0]?.list ?? "companies";
  const { values, to } = readValues(scene, prep.to, (at) => known(scene, prep, at, [list]));
  if (values.length === 0) return undefined;
  const field = fieldOf[list];
  if (field === undefined) return undefined;
  const neg = negatorBefore(scene, prep.from);
  const from = neg?.from ?? prep.from;
  const { findings, doubts } = filterFor(field, values, neg !== undefined, from, to);
  return { from, to, findings, doubts, bonus: values.some((v) => v.unknown) ? -0.2 : 0.2 };
}

function known(
  scene: Scene,
  prep: Match,
  token: number,
  lists: readonly NameList[],
): OwnValue | undefined {
  const value = valueAt(scene, token, lists);
  // Only the first of a list may be a name that nobody has stored.
  if (value !== undefined || scene.skip(prep.to) < token) return value;
  if (prep.value === "at" && lists.includes("companies")) {
    return unknownFor(scene, token, "companies", false);
  }
  if (prep.value === "with" || prep.value === "contact") {
    return lists.includes("contacts") ? unknownFor(scene, token, "contacts", true) : undefined;
  }
  return undefined;
}

/** Without the list nothing can be called unknown: the words stand as typed. */
function unknownFor(
  scene: Scene,
  token: number,
  list: NameList,
  needsCapital: boolean,
): OwnValue | undefined {
  const value = unknownAt(scene, token, list, needsCapital);
  if (value === undefined || scene.names.has(list)) return value;
  return { ...value, unknown: false, confidence: 0.86 };
}

/** "the Stripe application", "except Google and Stripe", "Google interviews". */
function* readBare(scene: Scene): Generator<Candidate> {
  for (const list of ["companies", "contacts"] as const) {
    for (const match of scene.all(`own.${list}`)) {
      if (match.name === undefined) continue;
      const scope = governing(scene, match.from);
      if (scope !== undefined) {
        const item = scope.items.find((each) => each.from === match.from);
        if (item !== undefined && scope.items[0] === item) yield readScoped(scene, match, list);
        continue;
      }
      if (!stands(scene, match)) continue;
      const { values, to } = readValues(scene, match.from, (at) => exact(scene, at, list));
      const field = fieldOf[list];
      if (field === undefined) continue;
      const { findings } = filterFor(field, values, false, match.from, to);
      yield { from: match.from, to, findings };
    }
  }
}

function exact(scene: Scene, token: number, list: NameList): OwnValue | undefined {
  const match = scene.at(token, `own.${list}`);
  return match?.name === undefined ? undefined : fromMatch(match, match.name);
}

/** A name that is also an ordinary word needs a capital, a second word or a noun after it. */
function stands(scene: Scene, match: Match): boolean {
  const token = scene.tokens[match.from];
  const plain = scene.starting(match.from).some((m) => !m.sense.startsWith("own."));
  if (match.to - match.from > 1) return true;
  const noun = scene.at(match.to, "entity");
  if (noun !== undefined) return true;
  return (
    !plain || (token?.capital === true && match.from > 0 && !isMark(scene, match.from - 1, "."))
  );
}

function readScoped(scene: Scene, match: Match, list: "companies" | "contacts"): Candidate {
  const scope = governing(scene, match.from);
  const { values, to } = readValues(scene, match.from, (at) => valueAt(scene, at, [list]));
  const item = scope?.items.find((each) => each.from === match.from);
  const from = scope === undefined || item === undefined ? match.from : claimStart(scope, item);
  const field = fieldOf[list] ?? "company";
  const { findings, doubts } = filterFor(field, values, isNegative(scope), from, to);
  return { from, to, findings, doubts };
}

function* find(scene: Scene): Generator<Candidate> {
  for (const prep of scene.all("prep")) {
    const candidate = readAfter(scene, prep);
    if (candidate !== undefined) yield candidate;
  }
  yield* readBare(scene);
}

export const owner: Recognizer = {
  label: "Companies and people",
  find,
  examples: {
    caught: [
      {
        text: "interviews at Google",
        finds: ['filters={"field":"company","op":"eq","value":"Google"}'],
      },
      {
        text: "applications except Google and Stripe",
        finds: ['filters={"field":"company","op":"nin","value":["Google","Stripe"]}'],
      },
      {
        text: "conversations with Dana Whitfield",
        finds: ['filters={"field":"contact","op":"eq","value":"Dana Whitfield"}'],
      },
    ],
    spared: ["interviews at 8", "in the morning", 'about "Google"'],
  },
};
