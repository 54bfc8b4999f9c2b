import type { SaidRequest } from "./request.ts";
export function writeSentence(said: SaidRequest, language: string): string {
  return language + said.intent;
}
