/**
 * Tries to phone out in every way a page has, so that a person can see each refusal. The address is
 * reserved and can never exist (RFC 2606), so that even a missing policy would reach nobody.
 */
const nowhere = "https://nobody.invalid/";

type Verdict = "refused" | "open" | "harmless";
interface Probe {
  readonly id: string;
  readonly label: string;
  readonly attempt: () => Promise<{ readonly verdict: Verdict; readonly words: string }>;
}

const patienceMilliseconds = 2000;

/** The browser reports each thing that the policy stops: the only proof that it was the policy. */
async function watch(
  start: () => unknown,
): Promise<{ readonly verdict: Verdict; readonly words: string }> {
  const refusal = new Promise<string | undefined>((settle) => {
    const onViolation = (event: SecurityPolicyViolationEvent): void => {
      if (
        !event.blockedURI.startsWith("https://nobody.invalid") &&
        !event.blockedURI.startsWith("wss://nobody.invalid")
      )
        return;
      document.removeEventListener("securitypolicyviolation", onViolation);
      settle(event.effectiveDirective);
    };
    document.addEventListener("securitypolicyviolation", onViolation);
    setTimeout(() => {
      document.removeEventListener("securitypolicyviolation", onViolation);
      settle(undefined);
    }, patienceMilliseconds);
  });
  try {
    await start();
  } catch {
    // A refusal also throws in most ways; the report of the policy is what counts.
  }
  const directive = await refusal;
  return directive === undefined
    ? { verdict: "open", words: "Nothing refused it. The page was served without its policy." }
    : { verdict: "refused", words: `Refused by the policy (${directive}).` };
}

export const networkProbes: readonly Probe[] = [
  {
    id: "fetch",
    label: "Fetch a page",
    attempt: () => watch(() => fetch(nowhere, { mode: "no-cors" })),
  },
  {
    id: "xhr",
    label: "Send a form in the background",
    attempt: () =>
      watch(() => {
        const request = new XMLHttpRequest();
        request.open("POST", nowhere);
        request.send("x");
      }),
  },
  {
    id: "beacon",
    label: "Send a beacon",
    attempt: () => watch(() => navigator.sendBeacon(nowhere, "x")),
  },
  {
    id: "socket",
    label: "Open a socket",
    attempt: () => watch(() => new WebSocket("wss://nobody.invalid/")),
  },
  {
    id: "events",
    label: "Listen to a stream",
    attempt: () => watch(() => new EventSource(nowhere)),
  },
  {
    id: "image",
    label: "Load a picture from elsewhere",
    attempt: () =>
      watch(() => {
        new Image().src = `${nowhere}pixel.png`;
      }),
  },
  {
    id: "font",
    label: "Load a font from elsewhere",
    attempt: () => watch(() => new FontFace("probe", `url(${nowhere}font.woff2)`).load()),
  },
];
