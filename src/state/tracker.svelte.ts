import type { Failure } from "../core/failure.ts";
import type { KindId } from "../core/records/any-kind.ts";
import { findKind } from "../core/records/any-kind.ts";
import type { AnyRecord } from "../core/records/stored-record.ts";
import type { Condition } from "../core/select/condition.ts";
import { filterRecords, orderRecords } from "../core/table/apply-view.ts";
import { boardColumns } from "../core/table/board.ts";
import {
  boardOrderKey,
  placeCard,
  readBoardOrder,
  type BoardOrder,
} from "../core/table/board-order.ts";
import { standardColumns } from "../core/table/column-choice.ts";
import { clampWidth } from "../core/table/column-width.ts";
import { readKeptView, writeKeptView } from "../core/table/kept-view.ts";
import { foldAhead, makeSearch } from "../core/table/search-records.ts";
import type { TableView } from "../core/table/view.ts";
import { dayOf } from "../core/statistics/application-path.ts";
import { readWeeklyGoal, weeklyGoalKey } from "../core/table/weekly-goal.ts";
import { TrackerEdits } from "./tracker-edits.svelte.ts";
import type { TrackerPorts } from "./tracker-ports.ts";
import { failureOf } from "./tracker-ports.ts";
import { requestForRows, requestForView } from "./tracker-export.ts";
import { modesOf, trackerKinds, type TrackerMode } from "./tracker-kinds.ts";
import { TrackerSelection } from "./tracker-selection.svelte.ts";
import { TrackerStatuses } from "./tracker-statuses.svelte.ts";

export type TrackerPhase =
  | { readonly name: "loading" }
  | { readonly name: "ready"; readonly records: readonly AnyRecord[] }
  | { readonly name: "failed"; readonly failure: Failure };

type Names = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The Tracker: one kind at a time, as it stands in storage, seen through a view of its own. */
export class TrackerSession {
  phase = $state.raw<TrackerPhase>({ name: "loading" });
  counts = $state.raw<Readonly<Partial<Record<KindId, number>>>>({});
  /** Activities a week that the person has set out to do; 0 where none is set. */
  goal = $state.raw(0);
  activityDays = $state.raw<readonly string[]>([]);
  boardOrder = $state.raw<BoardOrder>({});
  readonly edits: TrackerEdits;
  readonly selection: TrackerSelection;
  readonly statuses: TrackerStatuses;
  readonly ports: TrackerPorts;

  #kind = $state<KindId>("applications");
  #modes = $state.raw<Readonly<Partial<Record<KindId, TrackerMode>>>>({});
  #views = $state.raw<Readonly<Partial<Record<KindId, TableView>>>>({});
  #names = $state.raw<Names>(new Map());
  #reading = 0;

  readonly nameOf = (kind: string, id: string): string | undefined =>
    this.#names.get(kind)?.get(id);

  readonly view: TableView = $derived(this.#views[this.#kind] ?? this.#keptView(this.#kind));
  readonly records: readonly AnyRecord[] = $derived(
    this.phase.name === "ready" ? this.phase.records : [],
  );
  /** Ordered once: typing in the search only leaves rows out. */
  readonly #sort = $derived(this.view.sort);
  readonly #ordered: readonly AnyRecord[] = $derived(
    orderRecords(findKind(this.#kind), this.records, this.#sort, this.nameOf),
  );
  readonly #filters = $derived(this.view.filters);
  readonly #filtered: readonly AnyRecord[] = $derived(
    filterRecords(findKind(this.#kind), this.#ordered, this.#filters),
  );
  readonly #find = makeSearch();
  readonly rows: readonly AnyRecord[] = $derived(this.#find(this.#filtered, this.view.search));
  readonly rowIds: readonly string[] = $derived(this.rows.map((record) => record.id));

  constructor(ports: TrackerPorts) {
    this.ports = ports;
    this.edits = new TrackerEdits(ports);
    this.statuses = new TrackerStatuses(ports, this.edits);
    this.selection = new TrackerSelection(() => this.rowIds);
  }

  get kind(): KindId {
    return this.#kind;
  }

  get mode(): TrackerMode {
    const modes = modesOf(this.#kind);
    const kept = this.ports.remembered.read(`look-${this.#kind}`);
    return this.#modes[this.#kind] ?? modes.find((mode) => mode === kept) ?? "table";
  }
  set mode(mode: TrackerMode) {
    this.#modes = { ...this.#modes, [this.#kind]: mode };
    this.ports.remembered.write(`look-${this.#kind}`, mode === "table" ? undefined : mode);
  }

  get narrowed(): boolean {
    return this.view.filters.length > 0 || this.view.search.trim() !== "";
  }

  /** Starts listening for changes of this tab and others; returns how to stop. */
  watch(): () => void {
    void this.refresh();
    return this.ports.records.onChange(() => void this.refresh());
  }

  show(kind: KindId): void {
    if (kind === this.#kind) return;
    this.#kind = kind;
    this.selection.reset();
    this.phase = { name: "loading" };
    void this.refresh();
  }

  /** Reads the kind again; of several readings under way only the newest counts. */
  async refresh(): Promise<void> {
    const reading = (this.#reading += 1);
    try {
      const records = await this.ports.records.list(this.#kind);
      const names = await this.#readNames();
      if (reading !== this.#reading) return;
      this.#names = names;
      const settings = await this.ports.records.list("settings");
      const activities = await this.ports.records.list("activities");
      if (reading !== this.#reading) return;
      const valueOf = (key: string) => settings.find(({ id }) => id === key)?.["value"];
      this.boardOrder = readBoardOrder(valueOf(boardOrderKey));
      this.statuses.read(valueOf);
      this.goal = readWeeklyGoal(valueOf(weeklyGoalKey));
      this.activityDays = activities.flatMap((one) => dayOf(one["date"]) ?? []);
      this.phase = { name: "ready", records };
      const counts = await this.#readCounts();
      if (reading === this.#reading) this.counts = counts;
      for (const _piece of foldAhead(records)) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (reading !== this.#reading) return;
      }
    } catch (error) {
      if (reading === this.#reading) this.phase = { name: "failed", failure: failureOf(error) };
    }
  }

  search(text: string): void {
    this.#change({ search: text });
  }
  addFilter(filter: Condition): void {
    this.#change({ filters: [...this.view.filters, filter] });
  }
  replaceFilter(index: number, filter: Condition): void {
    this.#change({ filters: this.view.filters.with(index, filter) });
  }
  dropFilter(index: number): void {
    this.#change({ filters: this.view.filters.toSpliced(index, 1) });
  }
  clearNarrowing(): void {
    this.#change({ filters: [], search: "" });
  }
  /** A second time on the same column turns the order round. */
  sortBy(field: string): void {
    const { sort } = this.view;
    const dir = sort.field !== field ? "asc" : sort.dir === "asc" ? "desc" : "asc";
    this.#change({ sort: { field, dir } });
  }
  chooseColumns(columns: readonly string[]): void {
    if (columns.length > 0) this.#change({ columns });
  }
  resetColumns(): void {
    this.#change({ columns: standardColumns(findKind(this.#kind)), widths: {} });
  }
  /** `undefined` gives the column back its own width. */
  widen(column: string, width: number | undefined): void {
    const { [column]: _before, ...others } = this.view.widths ?? {};
    this.#change({
      widths: width === undefined ? others : { ...others, [column]: clampWidth(width) },
    });
  }

  /** Hands what is shown to Ask, as a sentence. */
  async exportView(): Promise<void> {
    const chosen = this.rowIds.filter((id) => this.selection.chosen.has(id));
    const { sentence, edits } =
      chosen.length > 0
        ? requestForRows(this.view, chosen)
        : await requestForView(this.view, this.rows, this.records, this.ports.plan);
    this.ports.ask(sentence, edits);
  }

  /** Certain rows, with words such as "as ICS" behind. */
  exportRows(ids: readonly string[], words = ""): void {
    const { sentence, edits } = requestForRows(this.view, ids);
    this.ports.ask(`${sentence}${words}`, edits);
  }

  /** One interview as a calendar file, from the page of its application. */
  exportInterview(id: string): void {
    const request = requestForRows(this.#keptView("interviews"), [id]);
    this.ports.ask(`${request.sentence} as ICS`, request.edits);
  }

  open(id: string): void {
    this.selection.point(id);
    this.ports.go(`#/tracker/${this.#kind}/r/${encodeURIComponent(id)}`);
  }

  /** Drops a card before another one of a column; closed stages have no places. */
  placeCard(id: string, status: string, before: string | undefined): Promise<void> {
    const columns = boardColumns(this.#ordered, this.boardOrder, this.statuses.kept);
    const column = columns.find((one) => one.status === status);
    if (column === undefined || column.closed) return this.edits.setStatus([id], status);
    const ids = column.records.map((record) => record.id);
    return this.edits.place(id, status, placeCard(ids, id, before));
  }

  #change(part: Partial<TableView>): void {
    const view = { ...this.view, ...part };
    this.#views = { ...this.#views, [this.#kind]: view };
    if (part.columns ?? part.widths ?? part.sort) {
      this.ports.remembered.write(`table-${this.#kind}`, writeKeptView(view));
    }
  }

  #keptView(kind: KindId): TableView {
    return readKeptView(findKind(kind), this.ports.remembered.read(`table-${kind}`));
  }

  async #readNames(): Promise<Names> {
    const fields = Object.values(findKind(this.#kind).fields);
    const kinds = new Set(fields.flatMap(({ refers }) => (refers === undefined ? [] : [refers])));
    const names = new Map<string, ReadonlyMap<string, string>>();
    for (const name of kinds) {
      const kind = findKind(name as KindId);
      const records = await this.ports.records.list(kind.id);
      names.set(name, new Map(records.map((record) => [record.id, kind.title(record)])));
    }
    return names;
  }

  async #readCounts(): Promise<Readonly<Partial<Record<KindId, number>>>> {
    const counts = await Promise.all(
      trackerKinds.map(async (kind) => [kind, await this.ports.records.count(kind)] as const),
    );
    return Object.fromEntries(counts);
  }
}
