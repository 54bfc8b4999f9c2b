import type { Analysis } from "../request/analyse.ts";
import type { Match, Scene } from "../request/reading/scene.ts";
import type { Edit, Question, SaidRequest } from "../request/request.ts";

/** What a conversation remembers. Plain data: it can be stored and replayed. */
export interface Conversation {
  readonly state: SaidRequest | null;
  /** The one question asked and not answered yet. */
  readonly open: Question | null;
  /** A list was just shown, so that "the second one" means something. */
  readonly listShown: boolean;
  /** Earlier states, newest last. */
  readonly undo: readonly SaidRequest[];
  /** The last request that was carried out. */
  readonly last: SaidRequest | null;
  /** Where the last addition went, for "and the salaries". */
  readonly lastPath: string | null;
}

export const emptyConversation: Conversation = {
  state: null,
  open: null,
  listShown: false,
  undo: [],
  last: null,
  lastPath: null,
};

/** How a turn begins or closes: the cues that make it an edit. */
export interface Cues {
  readonly also: boolean;
  readonly instead: boolean;
  readonly drop: boolean;
  readonly only: boolean;
}

export interface TurnContext {
  readonly analysis: Analysis;
  readonly state: SaidRequest;
  readonly conversation: Conversation;
  readonly cues: Cues;
}

export type EditMaker = (turn: TurnContext) => readonly Edit[];

/** A match of the sense `dialogue` with this value. */
export function dialogueCues(scene: Scene, value: string): readonly Match[] {
  return scene.all("dialogue").filter((match) => match.value === value);
}

/** First token that is no courtesy, comma or exclamation. */
export function opening(scene: Scene): number {
  let at = 0;
  while (scene.tokens[at]?.kind === "mark") at += 1;
  return at;
}

/** Is the whole turn made of this kind of phrase, small words and marks? */
export function isWholly(scene: Scene, value: string): boolean {
  let at = 0;
  let found = false;
  while (at < scene.tokens.length) {
    if (scene.tokens[at]?.kind === "mark") {
      at += 1;
      continue;
    }
    const cue = scene
      .starting(at)
      .filter((match) => match.sense === "dialogue" && match.value === value)
      .reduce<Match | undefined>((a, b) => (a === undefined || b.to > a.to ? b : a), undefined);
    const small = scene.at(at, "courtesy");
    if (cue === undefined && small === undefined) return false;
    if (cue !== undefined) found = true;
    at = Math.max(cue?.to ?? 0, small?.to ?? 0);
  }
  return found;
}

export function readCues(scene: Scene): Cues {
  const start = opening(scene);
  const starts = (value: string): boolean =>
    dialogueCues(scene, value).some(
      (match) => match.from <= start + 1 && startsClause(scene, match.from),
    );
  const ends = (sense: string): boolean =>
    scene.all(sense).some((match) => closesTurn(scene, match.to));
  return {
    also: starts("also") || ends("also.end") || scene.all("also.sure").length > 0,
    instead: starts("correct") || ends("instead.end"),
    drop: starts("drop"),
    only: scene.all("only").some((match) => startsClause(scene, match.from)),
  };
}

/** Nothing but openers and marks before it. */
function startsClause(scene: Scene, token: number): boolean {
  let at = 0;
  while (at < token) {
    if (scene.tokens[at]?.kind === "mark") {
      at += 1;
      continue;
    }
    const opener = scene
      .starting(at)
      .filter((m) => (m.sense === "dialogue" || m.sense === "courtesy") && m.to <= token)
      .reduce((to, m) => Math.max(to, m.to), at);
    if (opener === at) return false;
    at = opener;
  }
  return at === token;
}

function closesTurn(scene: Scene, token: number): boolean {
  let at = token;
  for (;;) {
    if (scene.tokens[at]?.kind === "mark") at += 1;
    else {
      const small = scene.at(at, "courtesy");
      if (small === undefined) return at >= scene.tokens.length;
      at = small.to;
    }
  }
}
