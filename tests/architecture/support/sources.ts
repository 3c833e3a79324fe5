import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { listFiles } from '../../../scripts/list-files';

export const repository = resolve(import.meta.dirname, '../../..');
export const sourceFolder = join(repository, 'src');

/** A source file by its path below `src`, with the TypeScript inside; of a Svelte file that is its scripts. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

/** Every `.ts` and `.svelte` file below `src`, read once for all tests of a file. */
export const sources: readonly Source[] = readSources();

function readSources(): readonly Source[] {
  return listFiles(sourceFolder)
    .filter((file) => /\.(ts|svelte)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      const script = file.endsWith('.svelte') ? scriptsOf(text) : text;
      const tree = ts.createSourceFile(file, script, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
      return { path: relative(sourceFolder, file).replaceAll('\\', '/'), text, tree };
    });
}

/** Everything outside the script elements becomes blank, so that positions stay those of the file. */
function scriptsOf(text: string): string {
  const blank = (part: string): string => part.replace(/[^\n]/g, ' ');
  let result = '';
  let end = 0;
  for (const match of text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)) {
    const begin = match.index + match[0].indexOf('>') + 1;
    const body = match[1] ?? '';
    result += blank(text.slice(end, begin)) + body;
    end = begin + body.length;
  }
  return result + blank(text.slice(end));
}

/** Calls `visit` for a node and everything below it. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

/** `path:line` of a node, as an editor opens it. */
export function place(source: Source, node: ts.Node): string {
  const { line } = source.tree.getLineAndCharacterOfPosition(node.getStart(source.tree));
  return `src/${source.path}:${line + 1}`;
}

export interface Import {
  readonly from: string;
  readonly specifier: string;
  /** The imported file below `src`; undefined for a package. */
  readonly target: string | undefined;
  readonly kind: 'value' | 'type' | 'lazy';
}

/** Every import of a file: statements, re-exports, `import()`, `typeof import()` and `new URL(…, import.meta.url)`. */
export function importsOf(source: Source): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, kind: Import['kind']): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const target = specifier.text.startsWith('.') ? resolveSource(source.path, specifier.text) : undefined;
    found.push({ from: source.path, specifier: specifier.text, target, kind });
  };
  walk(source.tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node) ? 'type' : 'value');
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, 'type');
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], 'lazy');
    } else if (isModuleAddress(node)) add(node.arguments?.[0], 'lazy');
  });
  return found;
}

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.isTypeOnly) return true;
  const named = importClause.namedBindings;
  return (
    !importClause.name && !!named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly)
  );
}

function isModuleAddress(node: ts.Node): node is ts.NewExpression {
  return (
    ts.isNewExpression(node) &&
    node.expression.getText() === 'URL' &&
    node.arguments?.[1]?.getText() === 'import.meta.url'
  );
}

function resolveSource(from: string, specifier: string): string {
  const base = resolve(sourceFolder, dirname(from), specifier.replace(/\?.*$/, ''));
  const candidates = [base, `${base}.ts`, `${base}.svelte.ts`, `${base}.svelte`, join(base, 'index.ts')];
  const file = candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile()) ?? base;
  return relative(sourceFolder, file).replaceAll('\\', '/');
}
