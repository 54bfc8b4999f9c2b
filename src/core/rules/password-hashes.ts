import { matchesOf } from "../text/search.ts";
import type { Rule } from "./contract.ts";

// Modular crypt format: $id$[params$]salt$hash, as crypt(5), bcrypt, argon2 and PHPass write it.
const crypt =
  /\$(?:2[abxy]?\$\d\d\$[./A-Za-z0-9]{53}|[156]\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{20,90}|apr1\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{20,24}|argon2(?:id|i|d)\$[\w=,$+/.-]{20,300}|y\$[./A-Za-z0-9]{1,10}\$[./A-Za-z0-9$]{20,120}|[PH]\$[./A-Za-z0-9]{31}|pbkdf2[\w-]{0,10}\$[\w./=$+-]{20,200}|scrypt\$[\w./=$+-]{20,200})/g;
const django =
  /\b(?:pbkdf2_sha256|pbkdf2_sha1|bcrypt_sha256|scrypt|argon2)\$[\w./=$+,-]{20,200}|\{S?SHA(?:256|512)?\}[A-Za-z0-9+/=]{20,120}/g;
const labelled =
  /\b(?:ntlm|lm|md5|sha-?1|sha-?256|sha-?512|password|passwort|pwd)[ _-]?hash["']?\s{0,2}[:=]\s{0,2}["']?([0-9a-f]{32,128}(?::[0-9a-f]{32})?)\b/gi;

export const passwordHashes: Rule = {
  label: "Password hashes",
  level: "basic",
  replacement: "[secret]",
  gate: ["$", "{s", "hash"],
  *find(text) {
    for (const expression of [crypt, django]) {
      for (const match of matchesOf(expression, text)) {
        yield {
          start: match.index,
          end: match.index + match[0].length,
          type: "SECRET",
          certain: true,
          strength: "proved",
        };
      }
    }
    for (const match of matchesOf(labelled, text)) {
      const value = match[1] ?? "";
      const end = match.index + match[0].length;
      yield { start: end - value.length, end, type: "SECRET", strength: "keyed" };
    }
  },
  examples: {
    caught: ["ana:$6$q8LkT2vW$Zs4nYbRk0XcVmJt7HdPgQwErTyUiOp1AsDfGhJkLzXcVbNm"],
    spared: ["commit 9fceb02d0ae598e95dc970b74767f19372d61af8", "it costs $5 or $6 a month"],
  },
};
