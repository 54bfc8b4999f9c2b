import type { LexiconData } from "./contract.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pt } from "./pt.ts";

export const lexicons: Readonly<Record<string, LexiconData>> = { en, de, fr, es, pt, nl, it };
