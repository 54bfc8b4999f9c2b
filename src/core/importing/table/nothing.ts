const words = new Set(
  [
    "n/a na n.a. n/d #n/a #ref! #value! #div/0! #name? #null! #num! nd none nil null undefined nan unknown tbd tba tbc - -- – — ? ??? . / _ x.x",
    "unbekannt k.a. k.a keine desconocido desconocida inconnu inconnue sconosciuto onbekend bilinmiyor",
    "待定 未知 无 暂无 없음 不明 なし",
  ].flatMap((line) => line.split(" ")),
);
const phrases =
  /^(?:not (?:provided|available|specified|stated|disclosed|given|found|known|listed|mentioned|applicable)\b.*|keine angabe.*|nicht (?:angegeben|bekannt).*|non (?:précisé|renseigné|disponible).*|no (?:especificado|disponible|indicado).*|\(?[^()]*\bnot in (?:the )?(?:snippet|mail|email|text)\)?)$/i;
const hidden =
  /^\((?:discreet|stealth|confidential|undisclosed|hidden|anonymous|secret|unknown|none|n\/a)\)$/i;

/** True for an empty cell and for a word that stands for nothing: N/A, TBD, Unknown, 待定. */
export function isNothing(cell: string): boolean {
  const text = cell.trim();
  if (text === "") return true;
  if (text.length > 80) return false;
  const [, label, target] = /^\[([^\]]*)\]\(([^)]*)\)$/.exec(text) ?? [];
  if (label !== undefined && (isNothing(label) || /^(?:#|not found)?$/i.test(target ?? "")))
    return true;
  return words.has(text.toLowerCase()) || phrases.test(text) || hidden.test(text);
}
