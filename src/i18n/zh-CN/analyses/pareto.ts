export const pareto = {};
