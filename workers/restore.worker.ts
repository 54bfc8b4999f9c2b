import { expose } from "comlink";
import { makeNewId } from "../src/core/interface/new-id.ts";
import { makeRestoreService } from "../src/core/restore/restore-service.ts";
import { makeChangeNotices } from "../src/platform/change-notices.ts";
import { Database } from "../src/platform/database.ts";
import { makeRestoreHost } from "../src/platform/restore-host.ts";
import { makeRestorePorts } from "../src/platform/restore-ports.ts";
import { runLocks } from "../src/platform/run-locks.ts";

// A file from elsewhere is read here: nothing it says can reach a prototype.
Object.freeze(Object.prototype);

const now = (): Date => new Date();
const newId = makeNewId(now, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)));
const ports = makeRestorePorts(new Database(), makeChangeNotices(), now, newId);
const service = makeRestoreService(ports);
expose(
  makeRestoreHost({ ...service, run: (plan) => runLocks.holdImport(() => service.run(plan)) }),
);
