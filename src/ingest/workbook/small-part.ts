import { fail, ok, type Failure, type Result } from '../../kernel/result';
import { Token, XmlCursor } from './xml-cursor';
import { damaged } from './zip-archive';

/**
 * Walks over a whole part; `visit` sees each opening tag, `leave` each closing one, by the cursor.
 *
 * Fails  workbook-damaged, workbook-doctype
 */
export function walkPart(
  bytes: Uint8Array,
  part: string,
  visit: (cursor: XmlCursor) => void,
  leave: (cursor: XmlCursor) => void = () => undefined,
): Result<void, Failure> {
  const cursor = new XmlCursor();
  cursor.push(bytes);
  for (;;) {
    switch (cursor.next()) {
      case Token.more:
        return ok(undefined);
      case Token.doctype:
        return fail('workbook-doctype', { part });
      case Token.broken:
        return damaged(part);
      case Token.open:
        visit(cursor);
        break;
      case Token.close:
        leave(cursor);
        break;
      default:
    }
  }
}
