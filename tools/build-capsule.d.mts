export function buildCapsulePage(): Promise<{ readonly script: string; readonly style: string }>;
export function writeCapsulePage(): Promise<void>;
export const setup: typeof writeCapsulePage;
