import type { LexiconData } from "./contract.ts";
import { en } from "./en.ts";

export const lexicons: Readonly<Record<string, LexiconData>> = { en };
