const guesses: readonly (readonly [pattern: RegExp, type: string])[] = [
  [/offer|angebot/iu, "offer"],
  [/cover|letter|anschreiben|motivation/iu, "cover letter"],
  [/(?:^|[^a-z])(?:cv|resume|résumé|lebenslauf)(?:[^a-z]|$)/iu, "resume"],
  [/certificate|zeugnis|diploma/iu, "certificate"],
  [/contract|vertrag/iu, "contract"],
  [/portfolio/iu, "portfolio"],
];

/** What a file probably is, from its name alone. */
export function guessDocumentType(name: string): string {
  const plain = name.normalize("NFC");
  return guesses.find(([pattern]) => pattern.test(plain))?.[1] ?? "other";
}

/** Fields of a document record for bytes that were dropped: name, type, size and SHA-256. */
export async function draftDocument(
  file: Blob,
  name: string,
): Promise<Readonly<Record<string, unknown>>> {
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0"));
  return {
    name,
    document_type: guessDocumentType(name),
    media_type: file.type === "" ? "application/octet-stream" : file.type,
    size: file.size,
    sha256: hex.join(""),
  };
}
