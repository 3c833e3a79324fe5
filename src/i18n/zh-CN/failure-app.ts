export const failureApp = {};
