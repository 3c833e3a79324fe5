export const failureAnalyses = {};
