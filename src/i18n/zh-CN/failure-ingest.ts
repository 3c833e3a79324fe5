export const failureIngest = {};
