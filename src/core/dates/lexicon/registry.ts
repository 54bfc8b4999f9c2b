import type { LexiconData } from "./contract.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import it from "./it.json" with { type: "json" };
import nl from "./nl.json" with { type: "json" };
import pt from "./pt.json" with { type: "json" };

/** BCP 47 primary tag → words. */
export const lexicons: Readonly<Record<string, LexiconData>> = {
  en: en as LexiconData,
  de: de as LexiconData,
  fr: fr as LexiconData,
  es: es as LexiconData,
  pt: pt as LexiconData,
  nl: nl as LexiconData,
  it: it as LexiconData,
};
