import type { BpmnMap } from '../../domain/process-map/bpmn/read-bpmn';
import type { MapChange } from '../../domain/process-map/diff';
import type { Box, ProcessMap } from '../../domain/process-map/map';
import type { Result } from '../../kernel/result';

/** What the editor asks of the worker. */
export interface MapServices {
  layout(
    map: ProcessMap,
  ): Promise<Result<{ readonly lanes: ReadonlyMap<string, Box>; readonly steps: ReadonlyMap<string, Box> }>>;
  readBpmn(file: Blob): Promise<Result<BpmnMap & { readonly source: string }>>;
  /** The map as a file; what was opened before is written into. */
  writeBpmn(map: ProcessMap): Promise<Result<string>>;
}

/** A whole act: the map after it, what it changed, and the file it came from if one was opened. */
export interface MapAct {
  readonly map: ProcessMap;
  readonly changes: readonly MapChange[];
  readonly source?: string;
}

/** A record that points to a step. */
export interface Referrer {
  readonly text: string;
  readonly href: string;
}
