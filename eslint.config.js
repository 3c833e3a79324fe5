import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** Ways by which text of a file could become markup or code; banned in every kind of source. */
const markup = 'Text from a file must never become markup.';
const dangerousSyntax = [
  { selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML|srcdoc)$/]', message: markup },
  { selector: 'CallExpression[callee.property.name="insertAdjacentHTML"]', message: markup },
  { selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]', message: markup },
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
];

/** Packages that only one layer may know (ARCHITECTURE §2); the architecture test says the same with more detail. */
function owned(allowed) {
  const owners = { echarts: 'charts', dexie: 'store', papaparse: 'ingest' };
  const patterns = Object.entries(owners)
    .filter(([, layer]) => layer !== allowed)
    .map(([name, layer]) => ({ group: [name, `${name}/*`], message: `Only src/${layer} may import ${name}.` }));
  return { 'no-restricted-imports': ['error', { patterns }] };
}

export default defineConfig(
  {
    ignores: [
      'node_modules/',
      'dist/',
      'dist-portable/',
      'screens/',
      'test-results/',
      'playwright-report/',
      'coverage/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommendedTypeChecked,
  ...svelte.configs.recommended,
  ...svelte.configs.prettier,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-syntax': ['error', ...dangerousSyntax],
      'prefer-const': 'error',
      // Published constants are written with all their digits; the nearest double is what is meant.
      'no-loss-of-precision': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Numbers and booleans in a template are plain to read; objects and undefined are not.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/no-at-debug-tags': 'error',
      // A style attribute breaks the security policy; a `style:` directive sets the property by script and does not.
      'no-restricted-syntax': [
        'error',
        ...dangerousSyntax,
        { selector: 'SvelteAttribute[key.name="style"]', message: 'Use a class or a style: directive.' },
      ],
      'svelte/require-each-key': 'error',
      'svelte/button-has-type': 'error',
      // Addresses here are hash routes of one page; the rule is about the routes of a framework that is not used.
      'svelte/no-navigation-without-resolve': 'off',
      // `$props()` and `$bindable()` need `let`; the Svelte rule knows which.
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
    },
  },
  // The types of components are checked by svelte-check; for ESLint each of them would be a program of its own, which took
  // two thirds of its time and did not see the types of props.
  { files: ['**/*.svelte'], ...ts.configs.disableTypeChecked },
  { files: ['src/**'], rules: owned(undefined) },
  ...['charts', 'store', 'ingest', 'stats'].map((layer) => ({ files: [`src/${layer}/**`], rules: owned(layer) })),
  {
    files: ['tests/**', 'scripts/**'],
    rules: {
      // Fixtures and page functions are often async by contract alone.
      '@typescript-eslint/require-await': 'off',
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
  { files: ['**/*.js', '**/*.mjs'], ...ts.configs.disableTypeChecked },
  { files: ['public/**/*.js'], languageOptions: { globals: globals.browser, sourceType: 'script' } },
  { files: ['*.js', 'scripts/**'], languageOptions: { globals: globals.node } },
);
