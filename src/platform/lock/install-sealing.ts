import {
  Dexie,
  type DBCore,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCoreTable,
} from "dexie";
import type { LockKeys } from "../../core/vault/lock/lock-keys.ts";
import { makeRowSeal, sealedTables, type Row, type RowSeal } from "./sealed-row.ts";

/**
 * From here on every database of this thread seals what it writes and opens what it reads, below all
 * that uses it: neither a store nor a transaction knows of the lock. Called once, before the first
 * database is made.
 */
export function installSealing(keys: LockKeys): void {
  const seal = makeRowSeal(keys);
  Dexie.addons.push((database) => {
    Object.assign(database, { sealing: seal });
    database.use({ stack: "dbcore", name: "sealing", create: (core) => sealed(core, seal) });
  });
}

function sealed(core: DBCore, seal: RowSeal): DBCore {
  return {
    ...core,
    table: (name) => {
      const table = core.table(name);
      return sealedTables.has(name) ? sealedTable(table, name, seal) : table;
    },
  };
}

/** A transaction ends when nothing is asked of it: `waitFor` keeps it while WebCrypto works. */
const wait = <T>(work: Promise<T>): Promise<T> => Dexie.waitFor(work);

function sealedTable(table: DBCoreTable, name: string, seal: RowSeal): DBCoreTable {
  const open = (rows: readonly unknown[]): Promise<unknown[]> => wait(seal.openRows(name, rows));
  const key = (one: unknown): Promise<unknown> => wait(seal.keyOf(name, one));
  const keys = (all: readonly unknown[]): Promise<unknown[]> =>
    wait(Promise.all(all.map((one) => seal.keyOf(name, one))));
  const hides = name === "templates";
  return {
    ...table,
    get: (request) =>
      then(hides ? key(request.key) : undefined, (hidden) =>
        then(table.get({ ...request, key: hidden ?? (request.key as unknown) }), (row: unknown) =>
          row === undefined ? row : then(open([row]), ([opened]) => opened),
        ),
      ),
    getMany: (request) =>
      then(hides ? keys(request.keys) : undefined, (hidden) =>
        then(table.getMany({ ...request, keys: hidden ?? request.keys }), open),
      ),
    query: (request) =>
      then(table.query(request), (found) =>
        request.values === true
          ? then(open(found.result), (result) => ({ ...found, result }))
          : found,
      ),
    mutate: (request) =>
      then(sealedRequest(request, name, seal, hides ? keys : undefined), (ready) =>
        then(table.mutate(ready), (answer) => withOwnKey(answer, request, hides)),
      ),
  };
}

/** Dexie's own promises keep the transaction they began in, where those of the engine lose it. */
function then<T, R>(value: PromiseLike<T> | T, next: (value: T) => PromiseLike<R> | R) {
  return Dexie.Promise.resolve(value).then<R>(next);
}

/** Dexie writes the key that was stored into the object it was given: the name, not what hides it. */
function withOwnKey(
  answer: DBCoreMutateResponse,
  request: DBCoreMutateRequest,
  hides: boolean,
): DBCoreMutateResponse {
  if (!hides || (request.type !== "add" && request.type !== "put")) return answer;
  const last = request.values.at(-1) as { readonly name?: unknown } | undefined;
  return { ...answer, lastResult: last?.name };
}

function sealedRequest(
  request: DBCoreMutateRequest,
  name: string,
  seal: RowSeal,
  keys: ((all: readonly unknown[]) => Promise<unknown[]>) | undefined,
): PromiseLike<DBCoreMutateRequest> | DBCoreMutateRequest {
  if (request.type === "add" || request.type === "put") {
    const rows = wait(seal.sealRows(name, request.values as readonly Row[]));
    return then(rows, (values) => ({ ...request, values }));
  }
  if (request.type === "delete" && keys !== undefined) {
    return then(keys(request.keys), (hidden) => ({ ...request, keys: hidden }));
  }
  return request;
}
