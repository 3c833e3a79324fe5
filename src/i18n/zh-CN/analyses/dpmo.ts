export const dpmo = {};
