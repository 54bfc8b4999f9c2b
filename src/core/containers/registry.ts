export { bare } from "./bare.ts";
export { zip } from "./zip.ts";
export { encryptedZip as "encrypted-zip" } from "./encrypted-zip.ts";
export { capsule } from "./capsule.ts";
export { vault } from "./vault.ts";
