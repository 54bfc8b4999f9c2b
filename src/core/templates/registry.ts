export { backup } from "./backup.ts";
export { analysis } from "./analysis.ts";
export { sharing } from "./sharing.ts";
export { gdpr } from "./gdpr.ts";
export { workSearch } from "./work-search.ts";
