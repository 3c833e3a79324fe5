/** What a workbook may cost. Real files stay far below; archives made to exhaust a computer do not. */
export const limits = {
  entries: 2000,
  /** Declared size of all parts together, unpacked. */
  unpackedBytes: 500 * 1024 * 1024,
  /** Parts that are kept whole in memory: workbook, relations, styles. */
  smallPartBytes: 32 * 1024 * 1024,
  /** One tag or one text of a part: four times what a cell of 32,767 characters takes, each written as `&#25490;`. */
  tokenBytes: 1024 * 1024,
  columns: 512,
  /** Rows × columns of a sheet. */
  cells: 64_000_000,
  /** Sheets up to this size have their rows counted when the workbook is opened. */
  countedSheetBytes: 8 * 1024 * 1024,
} as const;

/** As file sizes are shown. */
export const bytesPerMegabyte = 1024 * 1024;
