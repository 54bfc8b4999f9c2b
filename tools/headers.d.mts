export const metaPolicy: string;
export const contentPolicies: {
  readonly page: string;
  readonly worker: string;
  readonly serviceWorker: string;
};
export const commonHeaders: Readonly<Record<string, string>>;
export function policyFor(path: string): string;
export function headersFor(path: string): Record<string, string>;
