export function findChromium(): string | undefined;
export function ensureTools(): void;
