import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { place, readSources, type Source } from './support/sources';

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

/** The comment just above; overloads are explained once, above the first. */
function hasDocstring(source: Source, node: ts.Statement, name: string): boolean {
  const first =
    source.tree.statements.find((other) => ts.isFunctionDeclaration(other) && other.name?.text === name) ?? node;
  return (ts.getLeadingCommentRanges(source.tree.text, first.getFullStart()) ?? []).some(({ pos }) =>
    source.tree.text.startsWith('/**', pos),
  );
}

describe('the docstrings', () => {
  it('stand above every function, class and constant that the engine exports', () => {
    const silent = readSources()
      .filter(({ path }) => documented.test(path))
      .flatMap((source) =>
        exportedNames(source)
          .filter(({ name, node }) => !hasDocstring(source, node, name))
          .map(({ name, node }) => `${place(source, node)} ${name}`),
      );
    expect(silent).toEqual([]);
  });
});
