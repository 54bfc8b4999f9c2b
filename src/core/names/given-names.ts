export const givenNames = "";
