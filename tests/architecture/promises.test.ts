import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../../scripts/list-files';
import { repository, walk } from './support/sources';

/** The cases in which data can be lost or abused, by what they are about; each is tested or said not to be promised. */
const cases = idsOf('S01–S24 D01–D12 I01–I16 B01–B14 X01–X13 C01–C07 P01–P08 A01–A07');

/** What the tests are called, and what scripts that are tests print. */
const titles = new Set(['tests', 'scripts'].flatMap((folder) => listFiles(join(repository, folder))).flatMap(titlesOf));

function titlesOf(file: string): readonly string[] {
  const kind = /(\.(?:test|spec)|damage|check-\w+)\.ts$/.exec(file)?.[1];
  if (kind === undefined) return [];
  const text = readFileSync(file, 'utf8');
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  walk(tree, (node) => {
    if (kind === 'damage') {
      // The scars of the durability tests, whose titles begin with these.
      if (ts.isPropertyAssignment(node) && node.name.getText() === 'id') found.push(node.initializer.getText());
    } else if (ts.isCallExpression(node)) {
      const callee = node.expression;
      const isTitled = kind.startsWith('.') ? isTest(callee) : callee.getText() === 'process.stdout.write';
      const title = node.arguments.at(0);
      if (isTitled && title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title))) {
        found.push(title.getText());
      }
    }
  });
  return found.flatMap(idsOf);
}

/** Whether what is called declares a test or a group of them, such as `it`, `test.each(rows)`; not one that never runs. */
function isTest(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return ['it', 'test', 'describe'].includes(callee.text);
  if (ts.isPropertyAccessExpression(callee)) {
    return !['skip', 'todo', 'fixme', 'step'].includes(callee.name.text) && isTest(callee.expression);
  }
  if (ts.isCallExpression(callee)) return isTest(callee.expression);
  return ts.isTaggedTemplateExpression(callee) && isTest(callee.tag);
}

/** The ids that a text names, ranges such as S03–S09 written out. */
function idsOf(text: string): readonly string[] {
  return [...text.matchAll(/\b([A-Z])(\d\d)\b(?:–[A-Z](\d\d)\b)?/g)].flatMap(([, letter, first, last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => {
      return letter + String(Number(first) + i).padStart(2, '0');
    }),
  );
}

const pages = ['README.md', 'src/store/README.md'];

function linesOf(path: string): readonly string[] {
  return readFileSync(join(repository, path), 'utf8').split('\n');
}

describe('promises', () => {
  it('are looked for in titles alone, also those of rows and those of templates', () => {
    // This file names every case, and no test is called by one.
    expect(titlesOf(import.meta.filename)).toEqual([]);
    expect(titlesOf(join(repository, 'tests/unit/app/held-back.test.ts'))).toEqual([]);
    expect(titlesOf(join(repository, 'tests/unit/store/bundle.test.ts'))).toEqual(
      expect.arrayContaining(['B07', 'B08', 'B14']),
    );
  });

  it.each(pages)('name no case in a table of %s that no test names', (path) => {
    const ids = [
      ...new Set(
        linesOf(path)
          .filter((line) => line.startsWith('|'))
          .flatMap(idsOf),
      ),
    ];
    expect(ids.length).toBeGreaterThan(30);
    expect(ids.filter((id) => !titles.has(id))).toEqual([]);
  });

  it('leave no case out: a test names it, or a page says that it is not promised', () => {
    const refused = pages.flatMap((path) => {
      const lines = linesOf(path);
      const begin = lines.findIndex((line) => /^(## |\*\*)Not promised/.test(line));
      expect(begin).toBeGreaterThan(0);
      const end = lines.findIndex((line, at) => at > begin && line.startsWith('## '));
      return lines.slice(begin, end < 0 ? undefined : end).flatMap(idsOf);
    });
    expect(cases).toHaveLength(101);
    expect(cases.filter((id) => !titles.has(id) && !refused.includes(id))).toEqual([]);
  });
});
