import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { place, sources, type Source } from './support/sources';

const documented = /^(kernel|stats|table|ingest|charts|analyses)\//;

interface Export {
  readonly name: string;
  readonly node: ts.Statement;
}

/** What a file exports under a name of its own. */
function exportedNames(source: Source): Export[] {
  return source.tree.statements.flatMap((node): Export[] => {
    const isExported =
      ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node))
      return [{ name: node.name?.text ?? 'default', node }];
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.map((declaration) => ({ name: declaration.name.getText(), node }));
    return [];
  });
}

/** The comment just above; overloads, and constants that stand together, are explained once above the first. */
function hasDocstring(source: Source, node: ts.Statement): boolean {
  const { statements, text } = source.tree;
  const comments = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  if (comments.some(({ pos }) => text.startsWith('/**', pos))) return true;
  const previous = statements[statements.indexOf(node) - 1];
  return previous !== undefined && belongTogether(source, previous, node) && hasDocstring(source, previous);
}

function belongTogether({ tree }: Source, previous: ts.Statement, node: ts.Statement): boolean {
  if (ts.isFunctionDeclaration(previous) && ts.isFunctionDeclaration(node))
    return previous.name?.text === node.name?.text;
  const between = tree.text.slice(previous.getEnd(), node.getStart(tree));
  return ts.isVariableStatement(previous) && ts.isVariableStatement(node) && !/\n\s*\n/.test(between);
}

describe('the docstrings', () => {
  it('stand above every function, class and constant that the engine exports', () => {
    const silent = sources
      .filter(({ path }) => documented.test(path))
      .flatMap((source) =>
        exportedNames(source)
          .filter(({ node }) => !hasDocstring(source, node))
          .map(({ name, node }) => `${place(source, node)} ${name}`),
      );
    expect(silent).toEqual([]);
  });
});
