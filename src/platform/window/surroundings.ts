interface InstallEvent extends Event {
  prompt(): Promise<void>;
  readonly userChoice: Promise<{ readonly outcome: "accepted" | "dismissed" }>;
}

const prefix = "job-tracker-pro.";

/** Small values before the first paint. A browser that refuses to remember is no failure: the default holds. */
const remembered = {
  read: (key: string): string | undefined => {
    try {
      return localStorage.getItem(prefix + key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  write: (key: string, value: string | undefined): void => {
    try {
      if (value === undefined) localStorage.removeItem(prefix + key);
      else localStorage.setItem(prefix + key, value);
    } catch {
      // Private windows may refuse; the choice then lasts as long as the page.
    }
  },
};

/** How long a link to a finished file stays valid: slow disks need it after the click. */
const linkMilliseconds = 60_000;

/** Hands a finished file to the browser's downloads. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, linkMilliseconds);
}

/** Keeps the browser's offer to install until the person asks for it. */
function watchInstall(): { readonly install?: () => Promise<boolean> } {
  let offer: InstallEvent | undefined;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event as InstallEvent;
  });
  if (!("onbeforeinstallprompt" in globalThis)) return {};
  return {
    install: async () => {
      await offer?.prompt();
      return (await offer?.userChoice)?.outcome === "accepted";
    },
  };
}

/** What the screens need of this browser. */
export function makeSurroundings(build: string) {
  return {
    now: () => new Date(),
    languages: navigator.languages,
    apple: /mac|iphone|ipad/i.test(navigator.userAgent),
    build,
    remembered,
    showTheme: (theme: "auto" | "light" | "dark") => {
      if (theme === "auto") delete document.documentElement.dataset["theme"];
      else document.documentElement.dataset["theme"] = theme;
    },
    address: {
      read: () => location.hash,
      write: (hash: string) => {
        location.hash = hash;
      },
    },
    storage: {
      persisted: () => navigator.storage.persisted(),
      persist: () => navigator.storage.persist(),
      estimate: async () => {
        const { usage = 0, quota = 0 } = await navigator.storage.estimate();
        return { usedBytes: usage, freeBytes: Math.max(0, quota - usage) };
      },
    },
    copy: (text: string) => navigator.clipboard.writeText(text),
    save: saveFile,
    print: () => {
      print();
    },
    random: (byteCount: number) => crypto.getRandomValues(new Uint8Array(byteCount)),
    probes: async () => (await import("./network-probes.ts")).networkProbes,
    forget: async () => (await import("./forget-everything.ts")).forgetEverything(),
    scheduling: {
      abilities: async () => (await import("./scheduling.ts")).readAbilities(),
      askForNotices: async () => (await import("./scheduling.ts")).askForNotices(),
      openMail: (draft: string) => {
        location.href = draft;
      },
    },
    ...watchInstall(),
  };
}
