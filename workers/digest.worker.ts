import { makeHasher, type Hasher } from "../src/core/pipeline/hasher.ts";
import type { DigestAnswer, DigestRequest } from "../src/platform/worker-hasher.ts";

const running = new Map<number, Hasher>();

self.addEventListener("message", ({ data }: MessageEvent<DigestRequest>) => {
  const hasher = running.get(data.id) ?? makeHasher();
  running.set(data.id, hasher);
  if ("piece" in data) {
    void hasher.update(data.piece);
    answer({ id: data.id });
    return;
  }
  running.delete(data.id);
  void Promise.resolve(hasher.digest()).then((sha256) => {
    answer({ id: data.id, sha256 });
  });
});

function answer(message: DigestAnswer): void {
  self.postMessage(message);
}
