// What a picture needs done inside the page: files to drop, many records.

/** A copy of the data in which records were added, changed on one side and on both, and one is wrong. */
export async function dryRunFile() {
  const { exports, records } = globalThis.jobTracker;
  const { exportId } = await exports.export("everything as JSON", { target: "private" });
  const file = JSON.parse(await (await exports.getExportData(exportId)).text());
  const later = new Date(Date.now() - 3_600_000).toISOString();
  const applications = file.data.applications;
  const [first, second, third] = applications;
  Object.assign(first, { location: "Leiden", updated_at: later });
  Object.assign(second, { notes: "Two lines\nof notes", updated_at: later });
  Object.assign(third, { status: "applied", salary_min: 70_000, updated_at: later });
  applications.push(
    {
      id: "loam",
      company: "Loam & Lattice",
      title: "Data Analyst",
      applied_on: "2026-11-05",
      status: "applied",
    },
    {
      id: "mosaic",
      company: "Mosaic Post",
      title: "Analytics Engineer",
      applied_on: "2026-10-26",
      status: "applied",
    },
  );
  file.data.activities?.push({
    id: "fair",
    date: "2026-11-31",
    activity_type: "Job fair",
    employer: "Job fair Altona",
  });
  const mine = await records.get("applications", third.id);
  await records.put("applications", { ...mine, status: "screening", salary_min: 75_000 });
  return JSON.stringify(file);
}

export async function dropBytes(page, name, text) {
  const transfer = await page.evaluateHandle(
    ([fileName, content]) => {
      const dropped = new globalThis.DataTransfer();
      dropped.items.add(new File([content], fileName));
      return dropped;
    },
    [name, text],
  );
  for (const type of ["dragenter", "dragover", "drop"]) {
    await page.dispatchEvent("body", type, { dataTransfer: transfer });
  }
}

export async function dragOver(page) {
  const transfer = await page.evaluateHandle(() => {
    const dragged = new globalThis.DataTransfer();
    dragged.items.add(new File(["{}"], "backup.json"));
    return dragged;
  });
  for (const type of ["dragenter", "dragover"]) {
    await page.dispatchEvent("body", type, { dataTransfer: transfer });
  }
}

export async function manyRecords(count) {
  const { records } = globalThis.jobTracker;
  const day = (back) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
  const all = Array.from({ length: count }, (_, index) => ({
    company: `Company ${String(index)}`,
    title: "Data Analyst",
    status: "applied",
    applied_on: day(index % 300),
    notes: "A note that was written by hand, of some length, about what was said. ".repeat(4),
  }));
  await records.addMany("applications", all);
}
