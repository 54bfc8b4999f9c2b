export const ordinaryWords = "";
