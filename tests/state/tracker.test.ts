import { describe, expect, test, vi } from "vitest";
import { FailureError, type Failure } from "../../src/core/failure.ts";
import type { PlanPreview, RecordEdit, Records } from "../../src/core/job-tracker.ts";
import type { KindId } from "../../src/core/records/any-kind.ts";
import { findKind } from "../../src/core/records/any-kind.ts";
import type { AnyRecord } from "../../src/core/records/stored-record.ts";
import { compileCondition } from "../../src/core/select/matches.ts";
import { standardColumns, standardSort } from "../../src/core/table/column-choice.ts";
import type { TableView } from "../../src/core/table/view.ts";
import type { ToastWords } from "../../src/state/toasts.svelte.ts";
import { RecordEditor } from "../../src/state/record-editor.svelte.ts";
import { NewRecordForm } from "../../src/state/record-new.svelte.ts";
import { TrackerEdits } from "../../src/state/tracker-edits.svelte.ts";
import { requestForView } from "../../src/state/tracker-export.ts";
import { TrackerLift } from "../../src/state/tracker-lift.svelte.ts";
import type { TrackerPorts } from "../../src/state/tracker-ports.ts";
import { TrackerSelection } from "../../src/state/tracker-selection.svelte.ts";

const application = (id: string, fields: Readonly<Record<string, unknown>> = {}): AnyRecord => ({
  id,
  created_at: "2026-10-01T08:00:00.000Z",
  updated_at: "2026-10-01T08:00:00.000Z",
  company: `Company ${id}`,
  title: "Analyst",
  status: "applied",
  ...fields,
});

/** Records in a map, with the check for edits of other tabs that the real ones make. */
function makeRecords(start: readonly AnyRecord[] = []) {
  const tables = new Map<string, Map<string, AnyRecord>>();
  const table = (kind: KindId) => {
    const known = tables.get(kind) ?? new Map<string, AnyRecord>();
    tables.set(kind, known);
    return known;
  };
  for (const record of start) table("applications").set(record.id, record);
  let refusal: Failure | undefined;
  let clock = 0;
  const steps: Map<string, Map<string, AnyRecord>>[] = [];
  const records = {
    get: (kind: KindId, id: string) => Promise.resolve(table(kind).get(id)),
    list: (kind: KindId, options: Parameters<Records["list"]>[1] = {}) => {
      const test =
        options.where === undefined ? () => true : compileCondition(findKind(kind), options.where);
      return Promise.resolve([...table(kind).values()].filter(test));
    },
    put: (kind: KindId, record: AnyRecord, options: { expected?: string } = {}) => {
      if (refusal !== undefined) return Promise.reject(new FailureError(refusal));
      const here = table(kind).get(record.id);
      if (options.expected !== undefined && here?.updated_at !== options.expected) {
        const at = here?.updated_at ?? "";
        return Promise.reject(new FailureError({ code: "edited-elsewhere", what: "It", at }));
      }
      clock += 1;
      table(kind).set(record.id, {
        ...record,
        updated_at: `2026-11-25T10:00:0${String(clock)}.000Z`,
      });
      return Promise.resolve();
    },
    putMany: (edits: readonly RecordEdit[]) => {
      if (refusal !== undefined) return Promise.reject(new FailureError(refusal));
      const earlier = new Map([...tables].map(([kind, rows]) => [kind, new Map(rows)]));
      for (const { kind, record, expected } of edits) {
        const here = table(kind).get((record as AnyRecord).id);
        if (expected === undefined || here?.updated_at === expected) continue;
        const at = here?.updated_at ?? "";
        return Promise.reject(new FailureError({ code: "edited-elsewhere", what: "It", at }));
      }
      for (const { kind, record } of edits) {
        clock += 1;
        const updated_at = `2026-11-25T10:00:${String(clock).padStart(2, "0")}.000Z`;
        const stored = { ...(record as AnyRecord), updated_at };
        table(kind).set(stored.id, stored);
      }
      steps.push(earlier);
      return Promise.resolve([]);
    },
    add: (kind: KindId, record: AnyRecord) => {
      if (refusal !== undefined) return Promise.reject(new FailureError(refusal));
      const id = `new-${String(table(kind).size)}`;
      table(kind).set(id, { ...application(id), ...record, id });
      return Promise.resolve(id);
    },
    remove: (kind: KindId, ids: readonly string[]) => {
      for (const id of ids) table(kind).delete(id);
      return Promise.resolve();
    },
    undo: () => {
      for (const [kind, rows] of steps.pop() ?? []) tables.set(kind, rows);
      return Promise.resolve("Changed");
    },
    onChange: () => () => undefined,
    count: () => Promise.resolve(0),
  };
  return {
    records: records as unknown as Records,
    refuse: (failure: Failure | undefined) => (refusal = failure),
    stored: (id: string, kind: KindId = "applications") => table(kind).get(id),
  };
}

function makePorts(records: Records) {
  const toasts: ToastWords[] = [];
  const gone: string[] = [];
  const ports: TrackerPorts = {
    records,
    now: () => new Date("2026-11-25T10:00:00Z"),
    newId: () => "fresh",
    remembered: { read: () => undefined, write: () => undefined },
    undo: async () => {
      await records.undo();
    },
    locale: () => "en-GB",
    say: (toast) => toasts.push(toast),
    go: (hash) => gone.push(hash),
    ask: () => undefined,
    plan: () => Promise.reject(new Error("not asked for")),
  };
  return { ports, toasts, gone };
}

describe("the selection", () => {
  test("follows ids, not places: it survives another order", () => {
    let ids = ["a", "b", "c"];
    const selection = new TrackerSelection(() => ids);
    selection.step(1);
    selection.step(1);
    expect([selection.cursor, selection.cursorId]).toEqual([1, "b"]);
    ids = ["c", "b", "a"];
    selection.step(1);
    expect(selection.cursorId).toBe("a");
  });
  test("stops at both ends", () => {
    const selection = new TrackerSelection(() => ["a", "b"]);
    selection.step(-1);
    expect(selection.cursorId).toBe("b");
    selection.step(5);
    expect(selection.cursorId).toBe("b");
  });
  test("extends from where it was started", () => {
    const selection = new TrackerSelection(() => ["a", "b", "c", "d"]);
    selection.toggle("b");
    selection.extendTo("d");
    expect([...selection.chosen]).toEqual(["b", "c", "d"]);
    expect(selection.targets).toEqual(["b", "c", "d"]);
  });
  test("acts on the cursor when nothing is chosen, and never on rows that are filtered away", () => {
    let ids = ["a", "b"];
    const selection = new TrackerSelection(() => ids);
    selection.point("a");
    expect(selection.targets).toEqual(["a"]);
    selection.toggle("b");
    ids = ["a"];
    expect(selection.targets).toEqual([]);
  });
});

describe("bulk edits", () => {
  test("move many at once, say so, and take it back", async () => {
    const { records, stored } = makeRecords([application("1"), application("2")]);
    const { ports, toasts } = makePorts(records);
    const edits = new TrackerEdits(ports);
    await edits.setStatus(["1", "2"], "rejected");
    expect(stored("1")).toMatchObject({ status: "rejected", stages: [{ status: "rejected" }] });
    expect(toasts[0]?.text).toBe("2 applications moved to Rejected.");
    await toasts[0]?.undo?.();
    expect(stored("1")).toMatchObject({ status: "applied" });
    expect(stored("1")).not.toHaveProperty("stages");
  });
  test("name the one record they are about", async () => {
    const { records } = makeRecords([application("1", { company: "Fjordworks" })]);
    const { ports, toasts } = makePorts(records);
    await new TrackerEdits(ports).setStatus(["1"], "rejected");
    expect(toasts[0]?.text).toBe("Fjordworks moved to Rejected.");
  });
  test("place a card with its column in one step, and take both back", async () => {
    const { records, stored } = makeRecords([application("1"), application("2")]);
    const { ports, toasts } = makePorts(records);
    const edits = new TrackerEdits(ports);
    await edits.place("1", "offer", ["2", "1"]);
    expect(stored("1")).toMatchObject({ status: "offer" });
    expect(stored("board_order", "settings")).toMatchObject({ value: { offer: ["2", "1"] } });
    await toasts[0]?.undo?.();
    expect(stored("1")).toMatchObject({ status: "applied" });
    expect(stored("board_order", "settings")).toBeUndefined();
  });
  test("say nothing when nothing changes", async () => {
    const { records } = makeRecords([application("1")]);
    const { ports, toasts } = makePorts(records);
    await new TrackerEdits(ports).setStatus(["1"], "applied");
    expect(toasts).toEqual([]);
  });
  test("keep the failure with a way to try again", async () => {
    const { records, refuse, stored } = makeRecords([application("1")]);
    const edits = new TrackerEdits(makePorts(records).ports);
    refuse({ code: "storage-full" });
    await edits.setStatus(["1"], "offer");
    if (edits.phase.name !== "failed") throw new Error(edits.phase.name);
    expect(edits.phase.failure.code).toBe("storage-full");
    refuse(undefined);
    await edits.phase.again();
    expect(stored("1")).toMatchObject({ status: "offer" });
    expect(edits.phase).toEqual({ name: "idle" });
  });
});

describe("editing in place", () => {
  async function openEditor(start = application("1", { location: "Oslo" })) {
    const made = makeRecords([start]);
    const editor = new RecordEditor("applications", start.id, makePorts(made.records).ports);
    await editor.load();
    return { editor, ...made };
  }
  test("stores what was typed, and removes a field that was emptied", async () => {
    const { editor, stored } = await openEditor();
    editor.edit("location");
    editor.type("Leiden");
    await editor.save();
    expect(stored("1")).toMatchObject({ location: "Leiden" });
    editor.edit("location");
    editor.type(" ");
    await editor.save();
    expect(stored("1")).not.toHaveProperty("location");
    expect(editor.phase.name).toBe("reading");
  });
  test("keeps an unreadable value in its field with the reason", async () => {
    const { editor, stored } = await openEditor();
    editor.edit("salary_min");
    editor.type("lots");
    await editor.save();
    expect(editor.phase).toMatchObject({
      name: "editing",
      text: "lots",
      why: "“lots” is not a number.",
    });
    expect(stored("1")).not.toHaveProperty("salary_min");
  });
  test("finds a clash with another tab, shows both, and lets either win", async () => {
    const { editor, records, stored } = await openEditor();
    editor.edit("location");
    editor.type("Mine");
    await records.put("applications", application("1", { location: "Theirs", title: "Lead" }));
    await editor.save();
    expect(editor.phase).toMatchObject({
      name: "trouble",
      text: "Mine",
      theirs: { location: "Theirs" },
    });
    await editor.keepMine();
    expect(stored("1")).toMatchObject({ location: "Mine", title: "Lead" });
  });
  test("keeps the text when storage is full", async () => {
    const { editor, refuse } = await openEditor();
    refuse({ code: "storage-full" });
    editor.edit("location");
    editor.type("Leiden");
    await editor.save();
    expect(editor.phase).toMatchObject({
      name: "trouble",
      text: "Leiden",
      failure: { code: "storage-full" },
    });
    await editor.leave();
    expect(editor.phase.name).toBe("trouble");
    refuse(undefined);
    await editor.save();
    expect(editor.phase.name).toBe("reading");
  });
  test("keeps a dropped file with its digest, or nothing of it", async () => {
    const { editor, stored, refuse } = await openEditor();
    await editor.attach(new Blob(["hello"]), "CV 2026.pdf");
    expect(stored("fresh", "documents")).toMatchObject({
      document_type: "resume",
      size: 5,
      sha256: "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
      application_ids: ["1"],
    });
    expect(stored("1")).toMatchObject({ document_ids: ["fresh"] });
    refuse({ code: "storage-full" });
    await editor.attach(new Blob(["more"]), "letter.pdf");
    expect(stored("fresh", "documents")).toMatchObject({ name: "CV 2026.pdf" });
    expect(editor.phase).toMatchObject({ name: "trouble", failure: { code: "storage-full" } });
  });
  test("says when the record is gone", async () => {
    const { editor } = await openEditor();
    const gone = new RecordEditor("applications", "none", makePorts(makeRecords().records).ports);
    await gone.load();
    expect([editor.phase.name, gone.phase.name]).toEqual(["reading", "missing"]);
  });
});

describe("the form for a new record", () => {
  test("wants one of the fields that name it", async () => {
    const { records } = makeRecords();
    const form = new NewRecordForm("applications", makePorts(records).ports, { status: "saved" });
    await form.save();
    expect(form.problems["company"]).toBe("One of company, title, link is needed.");
  });
  test("starts the stage history with the day it was applied for", async () => {
    const { records, stored } = makeRecords();
    const { ports, gone } = makePorts(records);
    const form = new NewRecordForm("applications", ports, { status: "applied" });
    form.type("company", "Tessel");
    form.type("applied_on", "2026-11-02");
    await form.save();
    expect(stored("new-0")).toMatchObject({ stages: [{ status: "applied", at: "2026-11-02" }] });
    expect(gone).toEqual(["#/tracker/applications/r/new-0"]);
  });
  test("reads an advert without overwriting what was typed", () => {
    const form = new NewRecordForm("applications", makePorts(makeRecords().records).ports);
    form.type("title", "My title");
    form.readAdvert(
      "Analytics Engineer (m/f/d)\n\nLoam & Lattice builds planning tools. We are 40 people in Rotterdam; hybrid.\n" +
        "We pay € 62,000 to 70,000 a year, full time. Send your CV by 11 December.",
      "2026-11-25",
    );
    expect(form.texts).toMatchObject({
      title: "My title",
      company: "Loam & Lattice",
      location: "Rotterdam",
      work_mode: "hybrid",
      employment_type: "full-time",
      salary_min: "62000",
      salary_max: "70000",
      salary_currency: "EUR",
      salary_period: "year",
      deadline: "2026-12-11",
    });
  });
});

describe("lifting a card", () => {
  const columns = ["saved", "applied", "rejected"].map((status) => ({
    status,
    closed: status === "rejected",
    records: status === "applied" ? [application("1")] : [],
  }));
  test("moves by keys, says each step, and lands where it was dropped", () => {
    const onmove = vi.fn();
    const lift = new TrackerLift(
      () => columns,
      () => "Tessel",
      onmove,
    );
    lift.lift("1", "applied");
    expect(lift.words).toBe("Tessel lifted. Applied, position 1 of 1.");
    lift.shift(1);
    lift.shift(1);
    expect(lift.words).toBe("Rejected, 1 card.");
    lift.drop();
    expect(onmove).toHaveBeenCalledWith("1", "rejected", 0);
    expect(lift.phase.name).toBe("landing");
    lift.land();
    expect(lift.phase.name).toBe("resting");
  });
  test("takes a place among the others, said as a position", () => {
    const onmove = vi.fn();
    const full = columns.map((column) => ({
      ...column,
      records: column.status === "applied" ? ["1", "2", "3"].map((id) => application(id)) : [],
    }));
    const lift = new TrackerLift(
      () => full,
      () => "Tessel",
      onmove,
    );
    lift.lift("1", "applied");
    lift.place(1);
    expect(lift.words).toBe("Applied, position 2 of 3.");
    lift.place(5);
    expect(lift.words).toBe("Applied, position 3 of 3.");
    lift.drop();
    expect(onmove).toHaveBeenCalledWith("1", "applied", 2);
    lift.land();
    lift.lift("1", "applied");
    lift.drop();
    expect(onmove).toHaveBeenCalledTimes(1);
  });
  test("is put back without a move", () => {
    const onmove = vi.fn();
    const lift = new TrackerLift(
      () => columns,
      () => "Tessel",
      onmove,
    );
    lift.lift("1", "applied");
    lift.shift(-1);
    lift.putBack();
    expect([lift.phase.name, onmove.mock.calls.length]).toEqual(["resting", 0]);
    expect(lift.words).toBe("Tessel put back in Applied.");
  });
});

describe("exporting a view", () => {
  const kind = findKind("applications");
  const view: TableView = {
    kind: "applications",
    filters: [{ field: "status", op: "eq", value: "offer" }],
    search: "",
    sort: standardSort(kind),
    columns: standardColumns(kind),
  };
  const all = [application("1", { status: "offer" }), application("2")];
  const planFor = (where: unknown) => () =>
    Promise.resolve({
      plan: { selection: { kinds: [{ kind: "applications", where }], leftOut: [] } },
    } as unknown as PlanPreview);

  test("says it in words when the words lead to the same rows", async () => {
    const plan = planFor({ field: "status", op: "eq", value: "offer" });
    expect(await requestForView(view, all.slice(0, 1), all, plan)).toEqual({
      sentence: "Export applications that are offer",
      edits: [],
    });
  });
  test("hands over the rows themselves when the words would take others", async () => {
    const request = await requestForView(view, all.slice(0, 1), all, planFor(undefined));
    expect(request).toEqual({
      sentence: "Export one application",
      edits: [{ op: "set", path: "items.ids", value: ["1"] }],
    });
  });
});
