export const controlChart = {};
