import { canonicalise, stable } from "./canonical.ts";
import type { Edit, SaidRequest } from "./request.ts";

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** Request after some edits, canonical. Paths are slots or their parts: `formats`, `schedule.time`. */
export function applyEdits(said: SaidRequest, edits: readonly Edit[]): SaidRequest {
  let tree: Tree = { ...said };
  for (const edit of edits) tree = change(tree, edit.path.split("."), edit);
  return canonicalise(complete(tree));
}

/** A request without an intent wants a file; an exclusion without a scope means everything else. */
function complete(tree: Tree): SaidRequest {
  const { entities } = tree;
  const scope =
    isTree(entities) && entities["include"] === undefined
      ? { entities: { ...entities, include: "all" } }
      : {};
  return { intent: "export", ...tree, ...scope, v: 1 } as SaidRequest;
}

function change(tree: Tree, path: readonly string[], edit: Edit): Tree {
  const [key = "", ...rest] = path;
  const known = tree[key];
  if (rest.length > 0) {
    const inner = change(isTree(known) ? known : {}, rest, edit);
    return prune(tree, key, key === "entities" ? keepScope(inner) : inner);
  }
  const { op, value } = edit;
  if (op === "clear") return prune(tree, key, undefined);
  if (op === "set") return prune(tree, key, value);
  if (op === "add") return prune(tree, key, added(known, value));
  const gone = new Set(listOf(value).map(stable));
  return prune(
    tree,
    key,
    listOf(known).filter((each) => !gone.has(stable(each))),
  );
}

/** Adding to everything leaves everything. */
function added(known: unknown, value: unknown): unknown {
  if (known === "all" || value === "all") return "all";
  const have = new Set(listOf(known).map(stable));
  return [...listOf(known), ...listOf(value).filter((each) => !have.has(stable(each)))];
}

/** An empty list of kinds says nothing. */
function keepScope(scope: Tree): Tree {
  const { include, ...others } = scope;
  return Array.isArray(include) && include.length === 0 ? others : scope;
}

function prune(tree: Tree, key: string, value: unknown): Tree {
  const others = Object.fromEntries(Object.entries(tree).filter(([each]) => each !== key));
  const empty =
    value === undefined ||
    (Array.isArray(value) && value.length === 0) ||
    (isTree(value) && Object.keys(value).length === 0);
  return empty ? others : { ...others, [key]: value };
}
