/**
 * What stands in a capsule before it is opened. Constant but for the day: no name, no count. The ids
 * are those that the script of the page looks for.
 */
export function pageBody(madeOn: string | undefined): string {
  const made = madeOn === undefined ? "Made" : `Made on ${madeOn}`;
  return `<body>
<main>
<form id="form" autocomplete="off">
<svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true"><path d="M14 2v5h5M7 22h11a2 2 0 0 0 2-2V7l-5-5H6a2 2 0 0 0-2 2v6"/><rect x="2" y="15" width="8" height="6" rx="1"/><path d="M4 15v-2a2 2 0 0 1 4 0v2"/></svg>
<h1>A sealed file</h1>
<p id="about">${made} with Job Tracker Pro. It opens here, on your device, with the passphrase that the sender gave you. Nothing is sent anywhere.</p>
<noscript><p class="stop">Scripts do not run here. Phones and mail programs show this page without them. Save the page and open it in a browser on a computer.</p></noscript>
<p id="trouble" class="stop" role="alert" hidden></p>
<label for="phrase">Passphrase</label>
<div class="field"><input id="phrase" type="password" autocomplete="current-password" autocapitalize="none" spellcheck="false"><button id="show" type="button" aria-pressed="false">Show</button></div>
<div class="row"><button id="open" class="main">Open</button><button id="sealed" type="button">Save the sealed file inside</button></div>
</form>
<section id="inside" hidden aria-live="polite"></section>
<footer>
<p>Is this the page the sender made? Compare its SHA-256 with the one on the sender’s receipt. A changed copy could steal the passphrase.</p>
<p>If nothing happens when you press Open, save the page and open it in a desktop browser. The sealed file inside also opens with Job Tracker Pro, or with a short script: its layout is public.</p>
</footer>
</main>`;
}
