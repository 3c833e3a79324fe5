declare const __APP_VERSION__: string;
declare const __BUILD_HASH__: string;

/** Which build this is; put in when it is made, the same sources give the same hash. */
export const buildInfo = { version: __APP_VERSION__, hash: __BUILD_HASH__ } as const;
