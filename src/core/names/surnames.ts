export const surnames = "";
