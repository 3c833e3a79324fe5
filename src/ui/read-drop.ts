export interface Drop {
  readonly files: readonly File[];
  /** Folders cannot be read as files: reading one fails late and with a bare network error. */
  readonly folders: number;
}

/** What was dropped, folders told apart from files. Must be called inside the drop event. */
export function readDrop(transfer: Pick<DataTransfer, 'items' | 'files'>): Drop {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const folders = items.filter((item) => item.webkitGetAsEntry?.()?.isDirectory === true).length;
  return { files: folders > 0 ? [] : [...transfer.files], folders };
}
