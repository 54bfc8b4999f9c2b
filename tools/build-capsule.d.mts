export function buildCapsulePage(): Promise<{ readonly script: string; readonly style: string }>;
export function writeCapsulePage(): Promise<void>;
export function setup(): Promise<void>;
