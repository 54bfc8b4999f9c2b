/** When the app locks by itself, in minutes. Absent: not for this reason. `hidden` 0: at once. */
export interface LockRules {
  readonly idle?: number;
  readonly hidden?: number;
}
export const usualRules: LockRules = { idle: 15 };

export interface LockChoice {
  readonly passphrase: string;
  readonly recoveryCode: string;
  readonly passkey: boolean;
}
/** What a person brings to open it. */
export type LockAnswer = { readonly passphrase: string } | "passkey";

/** The lock as Settings sees it. What changes the lock loads the page anew. */
export interface LockPorts {
  readonly isOn: boolean;
  readonly rules: LockRules;
  setRules(rules: LockRules): void;
  passkeysWork(): Promise<boolean>;
  /** Unencrypted files in private storage, which the app does not keep under a lock. */
  plainCopies(): Promise<number>;
  /** @throws FailureError `busy`, `cancelled`, `unsupported` */
  turnOn(choice: LockChoice): Promise<void>;
  /** @throws FailureError `wrong-passphrase`, `busy`, `cancelled` */
  turnOff(answer: LockAnswer): Promise<void>;
  /** Another passphrase, recovery code and passkey; what is stored stays as it is. */
  renew(answer: LockAnswer, choice: LockChoice): Promise<void>;
  lockNow(): void;
}

/** The lock as the locked app sees it. */
export interface GatePorts {
  readonly hasPasskey: boolean;
  /** A copy of a schedule waits for the app to be unlocked. */
  readonly due: boolean;
  /** @throws FailureError `wrong-passphrase`, `cancelled` */
  open(answer: LockAnswer): Promise<void>;
  forget(): Promise<void>;
}

export function readRules(kept: string | undefined): LockRules {
  try {
    const { idle, hidden } = JSON.parse(kept ?? "{}") as Readonly<Record<string, unknown>>;
    return {
      ...(typeof idle === "number" && idle > 0 ? { idle } : {}),
      ...(typeof hidden === "number" && hidden >= 0 ? { hidden } : {}),
    };
  } catch {
    return usualRules;
  }
}
