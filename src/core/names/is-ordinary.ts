import { doubleAgents } from "./double-agents.ts";
import { nameLists } from "./lists.ts";

/** Whether a folded word is usually a word and only now and then a name. */
export function isOrdinary(word: string): boolean {
  return doubleAgents.has(word) || nameLists().words.has(word);
}
