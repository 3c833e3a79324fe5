import type { Failure, Result } from '../kernel/result';
import { FilesSession, type WrittenCopy } from './files-session.svelte';
import { projectPart } from './project-part';
import type { Workbench } from './workbench.svelte';

/** The file that hands over one project with everything its figures are computed from, and nothing of another. */
export async function writeProjectFile(workbench: Workbench, id: string): Promise<Result<WrittenCopy, Failure>> {
  const files = new FilesSession(workbench);
  try {
    return await files.write(
      { purpose: 'hand-over', since: null, level: 'full', passphrase: '' },
      projectPart(workbench, id),
    );
  } finally {
    files.close();
  }
}
