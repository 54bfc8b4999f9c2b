import type { LexiconData } from "./contract.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export const lexicons: Readonly<Record<string, LexiconData>> = { en, de, fr };
