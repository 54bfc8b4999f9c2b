import { fromBase64 } from "../../core/capsule/base64-lines.ts";
import { listEntries } from "../../core/capsule/list-entries.ts";
import { toFailure } from "../../core/failure.ts";
import { hintOfPhrase } from "../../core/vault/hint-of-phrase.ts";
import { readRecoveryCode } from "../../core/vault/recovery-code.ts";
import { readVault } from "../../core/vault/read-vault.ts";
import { collectBlob } from "../../core/zip/byte-streams.ts";
import { showInside } from "./capsule-inside.ts";
import { saveBlob, seek } from "./capsule-parts.ts";

/** The script of a capsule: built on its own by `tools/build-capsule.mjs`, and run from a file. */
const words = {
  cut: "This page is cut off: part of the sealed file is missing. Ask the sender for it again.",
  noCrypto:
    "This browser cannot decrypt here: the page must be opened from the disk or over https. Save the page and open the saved file, or save the sealed file inside.",
  opening: "Opening…",
  wrong: "The passphrase does not open it, or the page is damaged. Nothing was changed.",
  damaged: "The sealed file was changed or cut after it was made. Ask the sender for it again.",
} as const;

addEventListener("DOMContentLoaded", () => {
  const phrase = seek("phrase", HTMLInputElement);
  const show = seek("show", HTMLButtonElement);
  const open = seek("open", HTMLButtonElement);
  const whole = document.getElementById("whole") !== null;
  if (!whole) say(words.cut);
  else if (!canDecrypt()) say(words.noCrypto);
  open.disabled = !whole || !canDecrypt();
  show.addEventListener("click", () => {
    const shown = phrase.type === "password";
    phrase.type = shown ? "text" : "password";
    show.textContent = shown ? "Hide" : "Show";
    show.setAttribute("aria-pressed", String(shown));
    phrase.focus();
  });
  seek("sealed", HTMLButtonElement).addEventListener("click", () => {
    const sealed = sealedBlob();
    if (sealed === undefined) say(words.damaged);
    else saveBlob(sealed, "sealed.jtb");
  });
  seek("form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    if (!open.disabled && phrase.value !== "") void unseal(phrase, open);
  });
  phrase.focus();
});

/** Pages over http have no `crypto.subtle`, whatever the types say. */
function canDecrypt(): boolean {
  return isSecureContext && "subtle" in crypto;
}

function say(text: string): void {
  const trouble = seek("trouble", HTMLElement);
  trouble.textContent = text;
  trouble.hidden = text === "";
}

function sealedBlob(): Blob | undefined {
  const bytes = fromBase64(document.getElementById("vault")?.textContent ?? "");
  return bytes === undefined ? undefined : new Blob([bytes]);
}

async function unseal(phrase: HTMLInputElement, open: HTMLButtonElement): Promise<void> {
  open.disabled = true;
  open.textContent = words.opening;
  say("");
  try {
    const sealed = sealedBlob() ?? new Blob();
    const passphrase = readRecoveryCode(phrase.value) ?? phrase.value;
    const plain = await collectBlob(await readVault(sealed, { passphrase }));
    await showInside(plain, await listEntries(plain));
    phrase.value = "";
    seek("form", HTMLFormElement).hidden = true;
  } catch (error) {
    const wrong = toFailure(error).code === "wrong-passphrase";
    say(wrong ? [words.wrong, hintOfPhrase(phrase.value) ?? ""].join(" ").trim() : words.damaged);
    phrase.select();
  }
  open.disabled = false;
  open.textContent = "Open";
}
