import { escapeHtml } from "../escape/markup.ts";
import type { ReportBar, ReportModel, ReportWeek } from "./report-model.ts";
import { percent } from "./report-model.ts";
import type { OpenGroup, StageGlyph } from "./report-open.ts";

/** The report as the body of an HTML document: the same model as on paper. */
export function htmlReport(model: ReportModel): string {
  const figures = model.figures.map(
    ({ big, small }) => `<li><b>${escapeHtml(big)}</b>${small.map(escapeHtml).join("<br>")}</li>`,
  );
  return `<p class="small">${escapeHtml(model.date)}</p>
<h1><bdi>${escapeHtml(model.title)}</bdi></h1>
<p>${escapeHtml(model.period)}</p>
<ul class="figures">${figures.join("")}</ul>
<h2>How far they came</h2>
<p>${escapeHtml(model.funnel.sentence)}</p>
${barChart(model.funnel.bars, model.funnel.sentence)}
${weekPart(model)}
${sourcePart(model)}
<div class="about"><b>About names.</b> ${escapeHtml(model.about)}</div>
<h2>Open applications</h2>
<p>${escapeHtml(model.open.sentence)}</p>
${openTable(model.open.groups)}
<h2>Questions for you</h2>
<div class="answers"></div>
`;
}

function barChart(bars: readonly ReportBar[], label: string): string {
  const rows = bars.map(({ label: name, count, share }, at) => {
    const y = at * 34;
    const length = Math.round(share * 480);
    return `<text class="name" x="0" y="${String(y + 18)}">${escapeHtml(name)}</text><rect class="track" x="130" y="${String(y)}" width="480" height="26" rx="4"/><rect class="bar" x="130" y="${String(y)}" width="${String(length)}" height="26" rx="4"/><text class="count" x="662" y="${String(y + 18)}" text-anchor="end">${String(count)}</text><text x="720" y="${String(y + 18)}" text-anchor="end">${percent(share)}</text>`;
  });
  return `<svg role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 720 ${String(bars.length * 34)}">${rows.join("")}</svg>`;
}

function weekPart({ weeks }: ReportModel): string {
  if (weeks.bars.length === 0) return "";
  return `<h2>Applications a week</h2>\n<p>${escapeHtml(weeks.sentence)}</p>\n${weekChart(weeks.bars, weeks.goal, weeks.sentence)}`;
}

function weekChart(
  weeks: readonly ReportWeek[],
  goal: number | undefined,
  sentence: string,
): string {
  const most = Math.max(1, goal ?? 0, ...weeks.map(({ count }) => count));
  const step = 640 / weeks.length;
  const yOf = (count: number): number => Math.round(120 - (count / most) * 110);
  const bars = weeks.map(({ count, label, over, from }, at) => {
    const x = Math.round(24 + at * step + step * 0.17);
    const y = yOf(count);
    const width = Math.round(step * 0.66);
    const bar = `<rect class="bar${over ? "" : " open"}" x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(120 - y)}" rx="2"><title>${escapeHtml(from)}: ${String(count)}</title></rect>`;
    return `${bar}<text x="${String(Math.round(x + width / 2))}" y="138" text-anchor="middle">${escapeHtml(label)}</text>`;
  });
  const goalLine =
    goal === undefined
      ? ""
      : `<line class="goal" x1="24" x2="664" y1="${String(yOf(goal))}" y2="${String(yOf(goal))}"/><text x="672" y="${String(yOf(goal) + 4)}">goal ${String(goal)}</text>`;
  const axis = [0, most]
    .map(
      (value) =>
        `<line x1="24" x2="664" y1="${String(yOf(value))}" y2="${String(yOf(value))}"/><text x="16" y="${String(yOf(value) + 4)}" text-anchor="end">${String(value)}</text>`,
    )
    .join("");
  return `<svg role="img" aria-label="${escapeHtml(sentence)}" viewBox="0 0 720 146">${axis}${bars.join("")}${goalLine}</svg>`;
}

function sourcePart({ sources }: ReportModel): string {
  if (sources.rows.length === 0) return "";
  const rows = sources.rows.map(
    ({ source, applications, replies, rate, within }) =>
      `<tr><td class="firm"><bdi>${escapeHtml(source)}</bdi></td><td class="number">${String(applications)}</td><td class="number">${String(replies)}</td><td class="number">${rate}</td><td class="number">${within}</td></tr>`,
  );
  const sentence = sources.sentence === "" ? "" : `<p>${escapeHtml(sources.sentence)}</p>\n`;
  return `<h2>Replies by source</h2>
${sentence}<table class="report"><thead><tr><th>Source</th><th class="number">Applications</th><th class="number">Replies</th><th class="number">Rate</th><th class="number">Half answered within</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table>`;
}

function openTable(groups: readonly OpenGroup[]): string {
  if (groups.length === 0) return "";
  const bodies = groups.map(({ label, count, glyph, rows }) => {
    const head = `<tr><th colspan="4">${glyphOf(glyph)}<bdi>${escapeHtml(label)}</bdi> <span>${escapeHtml(count)}</span></th></tr>`;
    const lines = rows.map(
      ({ applied, company, title, stands }) =>
        `<tr><td>${cell(applied)}</td><td class="firm">${cell(company)}</td><td>${cell(title)}</td><td>${cell(stands)}</td></tr>`,
    );
    return `<tbody>${head}\n${lines.join("\n")}</tbody>`;
  });
  return `<table class="report"><thead><tr><th>Applied</th><th>Company</th><th>Title</th><th>Where it stands</th></tr></thead>${bodies.join("\n")}</table>`;
}

function cell(text: string): string {
  return text === "" ? "–" : `<bdi>${escapeHtml(text)}</bdi>`;
}

const wedges: Readonly<Record<StageGlyph, string>> = {
  ring: "",
  quarter: "M7 7V2.8A4.2 4.2 0 0 1 11.2 7Z",
  half: "M7 7V2.8A4.2 4.2 0 0 1 7 11.2Z",
  "three-quarters": "M7 7V2.8A4.2 4.2 0 1 1 2.8 7Z",
};

function glyphOf(glyph: StageGlyph): string {
  return `<svg class="glyph" viewBox="0 0 14 14" aria-hidden="true"><circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" stroke-width="1.6"/><path class="bar" d="${wedges[glyph]}"/></svg>`;
}
