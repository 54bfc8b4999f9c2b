interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}
interface TrustedTypesFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptUrlPolicy;
}

/** Only this origin's own scripts may become workers. */
function ownScript(url: string): string {
  const absolute = new URL(url, document.baseURI);
  if (absolute.origin !== location.origin)
    throw new TypeError(`Not a script of this app: ${absolute.origin}`);
  return absolute.href;
}

const factory = (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes;
/** The one Trusted Types policy that the content security policy names beside Svelte's own. */
const policy = factory?.createPolicy("app-url", { createScriptURL: ownScript });

/** The address of a worker script in the form that `new Worker` and `register` accept under Trusted Types. */
export function scriptUrl(url: string | URL): string {
  const text = String(url);
  return policy === undefined ? ownScript(text) : policy.createScriptURL(text);
}
