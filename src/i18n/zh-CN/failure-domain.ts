export const failureDomain = {};
