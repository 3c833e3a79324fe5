export const failureStats = {};
