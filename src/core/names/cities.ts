export const cities = "";
