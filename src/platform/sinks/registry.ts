export { pickedFile as picked } from "./picked-file.ts";
export { chosenFolder as folder } from "./chosen-folder.ts";
export { privateStorage as private } from "./private-storage.ts";
export { browserDownload as download } from "./browser-download.ts";
