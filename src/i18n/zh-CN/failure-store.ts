export const failureStore = {};
