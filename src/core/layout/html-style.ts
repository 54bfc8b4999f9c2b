/** The style of HTML documents: the look of the app, light and dark, and the same pages when printed. */
export const htmlStyle = `
:root { color-scheme: light dark; --page: #fff; --ink: #171c24; --ink-2: #484d56; --ink-3: #62666e;
  --line: #e0e2e5; --strong: #888c94; --accent: #245ac3; --sunken: #f2f4f6; }
@media (prefers-color-scheme: dark) { :root { --page: #111317; --ink: #ebedef; --ink-2: #b4b7be;
  --ink-3: #9498a0; --line: #2a2d33; --strong: #676c75; --accent: #7da9f8; --sunken: #181b20; } }
@media print { :root { color-scheme: light; --page: #fff; --ink: #171c24; --ink-2: #484d56;
  --ink-3: #62666e; --line: #e0e2e5; --strong: #888c94; --accent: #245ac3; --sunken: #f2f4f6; } }
@page { size: A4; margin: 18mm 20mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 40px 20px; max-width: 800px; background: var(--page); color: var(--ink);
  font: 14px/20px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
body.wide { max-width: 1600px; padding: 40px 24px; }
.scroll { overflow-x: auto; }
@media print { .scroll { overflow: visible; } .scroll table { font-size: 9px; line-height: 12px; } }
h1 { margin: 4px 0; font-size: 28px; line-height: 36px; font-weight: 600; letter-spacing: -.02em; }
h2 { margin: 32px 0 4px; font-size: 18px; line-height: 26px; font-weight: 600; }
h3 { margin: 20px 0 2px; font-size: 15px; font-weight: 600; }
p { margin: 0 0 8px; color: var(--ink-2); }
.small, dt, .who { color: var(--ink-3); font-size: 12px; line-height: 16px; }
.figures { display: flex; flex-wrap: wrap; margin: 20px 0 0; padding: 0; border-top: 1.5px solid var(--ink);
  border-bottom: 1px solid var(--line); list-style: none; }
.figures li { flex: 1 1 110px; padding: 12px 12px 12px 14px; border-left: 1px solid var(--line);
  color: var(--ink-2); font-size: 12px; line-height: 17px; }
.figures li:first-child { border-left: 0; padding-left: 0; }
.figures b { display: block; color: var(--ink); font-size: 24px; line-height: 32px; font-weight: 600; }
svg { display: block; width: 100%; height: auto; margin: 8px 0; }
svg text { fill: var(--ink-3); font-size: 12px; }
svg .name { fill: var(--ink-2); font-size: 13px; }
svg .count { fill: var(--ink); font-size: 13px; font-weight: 600; }
svg .track { fill: var(--sunken); } svg .bar { fill: var(--accent); } svg .open { opacity: .5; }
svg line { stroke: var(--line); } svg .goal { stroke: var(--ink); stroke-dasharray: 4 3; }
.glyph { display: inline-block; width: 14px; height: 14px; margin: 0 6px -2px 0; }
table { width: 100%; border-collapse: collapse; margin: 8px 0 16px; font-size: 13px; line-height: 18px; }
th { padding: 6px 10px 6px 0; border-bottom: 1px solid var(--ink); color: var(--ink-2);
  font-size: 12px; font-weight: 500; text-align: left; vertical-align: bottom; }
td { padding: 7px 10px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td:first-child { font-weight: 600; } .report td:first-child { font-weight: 400; }
.report td.firm { font-weight: 600; } tbody th { padding-top: 14px; border-color: var(--strong);
  color: var(--ink); font-size: 14px; font-weight: 600; }
tbody th span { color: var(--ink-3); font-weight: 400; }
.number { text-align: right; } th.number:last-child, td.number:last-child { padding-right: 0; }
td:not([class]) { min-width: 92px; }
.short, .number { white-space: nowrap; }
.more, .link { min-width: 200px; }
.link { overflow-wrap: anywhere; }
.more { color: var(--ink-2); font-weight: 400; white-space: pre-wrap; }
.about { margin: 24px 0; padding: 12px 16px; border-radius: 10px; background: var(--sunken); }
.answers { height: 132px; border: 1px solid var(--line); border-radius: 6px;
  background: repeating-linear-gradient(transparent 0 43px, var(--line) 43px 44px); }
.message { margin: 0 0 10px; padding-left: 14px; border-left: 1px solid var(--line);
  color: var(--ink); white-space: pre-wrap; }
a { color: var(--accent); }
tr, .message, li { break-inside: avoid; } thead { display: table-header-group; }
h2, h3 { break-after: avoid; }
`;
