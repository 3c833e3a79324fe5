import { limits } from './limits';
import { decodeXml } from './xml-text';

/** What the cursor has come upon. */
export const Token = { more: 0, open: 1, close: 2, text: 3, doctype: 4, broken: 5 } as const;
export type Token = (typeof Token)[keyof typeof Token];

const lt = 0x3c;
const gt = 0x3e;
const slash = 0x2f;
const colon = 0x3a;

/**
 * Walks over the tags and texts of an XML part that arrives in pieces, without building a tree.
 *
 * After `next`, the fields tell about the current token, as positions in `bytes`; they hold until the next call.
 * Names are local: a prefix is skipped. Comments and processing instructions are passed over. No entity is ever
 * defined, because a document type declaration ends the walk.
 */
export class XmlCursor {
  bytes = new Uint8Array(1 << 17);
  /** Local name of an open or close tag. */
  nameStart = 0;
  nameEnd = 0;
  /** From behind the name to the end of the tag. */
  attributesEnd = 0;
  isEmpty = false;
  /** The attribute at which `nextAttribute` stands: local name and value. */
  keyStart = 0;
  keyEnd = 0;
  valueStart = 0;
  valueEnd = 0;
  textStart = 0;
  textEnd = 0;
  isCdata = false;

  private at = 0;
  private end = 0;

  /** Adds the next piece of the part; what has not been walked over is kept. */
  push(piece: Uint8Array): void {
    const rest = this.end - this.at;
    if (rest + piece.length > this.bytes.length) {
      const larger = new Uint8Array((rest + piece.length) * 2);
      larger.set(this.bytes.subarray(this.at, this.end));
      this.bytes = larger;
    } else {
      this.bytes.copyWithin(0, this.at, this.end);
    }
    this.bytes.set(piece, rest);
    this.at = 0;
    this.end = rest + piece.length;
  }

  /** Moves to the next token; `more` = the rest of it has not arrived yet. */
  next(): Token {
    for (;;) {
      if (this.at >= this.end) return Token.more;
      const token = this.bytes[this.at] === lt ? this.readMarkup() : this.readText();
      if (token !== null) return token;
    }
  }

  /** Whether the current tag has this local name. */
  is(name: string): boolean {
    if (this.nameEnd - this.nameStart !== name.length) return false;
    for (let i = 0; i < name.length; i++) if (this.bytes[this.nameStart + i] !== name.charCodeAt(i)) return false;
    return true;
  }

  /** An attribute of the current tag by its local name; null if it is absent. */
  attribute(name: string): string | null {
    this.firstAttribute();
    while (this.nextAttribute()) {
      if (this.isNamed(name)) return decodeXml(this.bytes, this.valueStart, this.valueEnd);
    }
    return null;
  }

  /** Goes back before the first attribute of the current tag. */
  firstAttribute(): void {
    this.valueEnd = this.nameEnd - 1;
  }

  /** Moves to the next attribute; false = there is none. */
  nextAttribute(): boolean {
    const { bytes, attributesEnd } = this;
    let i = this.valueEnd + 1;
    while (i < attributesEnd && bytes[i] <= 32) i++;
    this.keyStart = i;
    while (i < attributesEnd && bytes[i] !== 0x3d && bytes[i] > 32) {
      if (bytes[i] === colon) this.keyStart = i + 1;
      i++;
    }
    this.keyEnd = i;
    while (i < attributesEnd && bytes[i] !== 0x22 && bytes[i] !== 0x27) i++;
    if (i >= attributesEnd) return false;
    const quote = bytes[i];
    this.valueStart = ++i;
    while (i < attributesEnd && bytes[i] !== quote) i++;
    this.valueEnd = i;
    return i < attributesEnd;
  }

  private isNamed(name: string): boolean {
    if (this.keyEnd - this.keyStart !== name.length) return false;
    for (let i = 0; i < name.length; i++) if (this.bytes[this.keyStart + i] !== name.charCodeAt(i)) return false;
    return true;
  }

  /** The current token is not complete: wait for more, unless it is already longer than any real one. */
  private wait(): Token {
    return this.end - this.at > limits.tokenBytes ? Token.broken : Token.more;
  }

  private find(byte: number, from: number): number {
    const { bytes, end } = this;
    // What is looked for is nearly always a few bytes away: a loop beats a call.
    for (let i = from; i < end; i++) if (bytes[i] === byte) return i;
    return -1;
  }

  private readText(): Token {
    const end = this.find(lt, this.at);
    if (end < 0) return this.wait();
    this.textStart = this.at;
    this.textEnd = end;
    this.isCdata = false;
    this.at = end;
    return Token.text;
  }

  private readMarkup(): Token | null {
    const second = this.at + 1 < this.end ? this.bytes[this.at + 1] : -1;
    if (second === -1) return this.wait();
    if (second === 0x21) return this.readDeclaration();
    if (second === 0x3f) return this.skipTo('?>');
    return second === slash ? this.readClose() : this.readOpen();
  }

  private readDeclaration(): Token | null {
    if (this.end - this.at < 9) return this.wait();
    if (this.startsWith('<!--')) return this.skipTo('-->');
    if (!this.startsWith('<![CDATA[')) return this.startsWith('<!DOCTYPE') ? Token.doctype : Token.broken;
    const end = this.findText(']]>');
    if (end < 0) return this.wait();
    this.textStart = this.at + 9;
    this.textEnd = end;
    this.isCdata = true;
    this.at = end + 3;
    return Token.text;
  }

  private skipTo(text: string): Token | null {
    const end = this.findText(text);
    if (end < 0) return this.wait();
    this.at = end + text.length;
    return null;
  }

  private findText(text: string): number {
    for (let i = this.at; ; i++) {
      i = this.find(text.charCodeAt(0), i);
      if (i < 0 || i + text.length > this.end) return -1;
      if (this.startsWith(text, i)) return i;
    }
  }

  private startsWith(text: string, at = this.at): boolean {
    for (let i = 0; i < text.length; i++) if (this.bytes[at + i] !== text.charCodeAt(i)) return false;
    return true;
  }

  private readClose(): Token {
    const end = this.find(gt, this.at);
    if (end < 0) return this.wait();
    this.setName(this.at + 2, end);
    this.at = end + 1;
    return Token.close;
  }

  private readOpen(): Token {
    const { bytes, end } = this;
    let quote = 0;
    for (let i = this.at + 1; i < end; i++) {
      const byte = bytes[i];
      if (quote !== 0) {
        if (byte === quote) quote = 0;
      } else if (byte === 0x22 || byte === 0x27) {
        quote = byte;
      } else if (byte === gt) {
        this.isEmpty = bytes[i - 1] === slash;
        this.attributesEnd = this.isEmpty ? i - 1 : i;
        this.setName(this.at + 1, this.attributesEnd);
        this.at = i + 1;
        return Token.open;
      }
    }
    return this.wait();
  }

  private setName(start: number, end: number): void {
    this.nameStart = start;
    let i = start;
    for (; i < end && this.bytes[i] > 32; i++) if (this.bytes[i] === colon) this.nameStart = i + 1;
    this.nameEnd = i;
  }
}
