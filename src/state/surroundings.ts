import type { Abilities } from "../core/schedule/abilities.ts";

/** What the screens need of the browser and of chance; the window gives it, tests use plain objects. */
export interface Surroundings {
  readonly now: () => Date;
  /** BCP 47 tags, first choice first. */
  readonly languages: readonly string[];
  /** Keys are named ⌘ instead of Ctrl. */
  readonly apple: boolean;
  /** The commit the app was built from. */
  readonly build: string;
  /** Small values that must be known before the first paint, such as the theme. */
  readonly remembered: {
    readonly read: (key: string) => string | undefined;
    readonly write: (key: string, value: string | undefined) => void;
  };
  readonly showTheme: (theme: Theme) => void;
  readonly address: { readonly read: () => string; readonly write: (hash: string) => void };
  readonly storage: {
    readonly persisted: () => Promise<boolean>;
    readonly persist: () => Promise<boolean>;
    readonly estimate: () => Promise<{ readonly usedBytes: number; readonly freeBytes: number }>;
  };
  readonly copy: (text: string) => Promise<void>;
  /** Hands a finished file to the browser's downloads. */
  readonly save: (file: Blob, name: string) => void;
  readonly print: () => void;
  /** Unguessable bytes. */
  readonly random: (byteCount: number) => Uint8Array<ArrayBuffer>;
  readonly probes: () => Promise<readonly NetworkProbe[]>;
  /** Removes everything the app keeps in this browser, and starts anew. */
  readonly forget: () => Promise<void>;
  readonly install?: () => Promise<boolean>;
  /** What this browser can do for schedules. Absent in tests. */
  readonly scheduling?: {
    readonly abilities: () => Promise<Abilities>;
    /** Has to begin inside a click. */
    readonly askForNotices: () => Promise<Abilities["notices"]>;
    readonly openMail: (draft: string) => void;
  };
}

export type Theme = "auto" | "light" | "dark";

/** One way out of the page, tried on purpose: see the network proof in Settings. */
export interface NetworkProbe {
  readonly id: string;
  readonly label: string;
  readonly attempt: () => Promise<ProbeResult>;
}
export interface ProbeResult {
  /** `open` means that the policy did not stop it; `harmless` that no policy can, and nothing was reached. */
  readonly verdict: "refused" | "open" | "harmless";
  readonly words: string;
}
