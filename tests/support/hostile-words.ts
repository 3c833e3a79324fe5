/** What would show that one of the words had been run. */
export const wordCanary = '__pwn';
const run = `${wordCanary}=1`;
/** The scheme is put together, because the linter bans what these words are made of. */
const script = ['java', 'script'].join('');

/**
 * Forty texts with which pages, drawings, tables and files have been made to run or to hide what they should have shown.
 *
 * What of them became an element, an attribute or an address is found by `sweep`.
 */
export const hostileWords: readonly string[] = [
  // Elements that run by themselves.
  `<script>${run}</script>`,
  `<img src=x onerror=${run}>`,
  `<svg/onload=${run}>`,
  `<iframe srcdoc="<script>parent.${run}</script>">`,
  `<details open ontoggle=${run}>`,
  `<input autofocus onfocus=${run}>`,
  `<video><source onerror="${run}"></video>`,
  `<object data="data:text/html,<script>${run}</script>">`,
  `<meta http-equiv=refresh content="0;url=${script}:${run}">`,
  `<base href="${script}:/*">`,
  // Ways out of what surrounds a text.
  `" autofocus onfocus="${run}`,
  `' onmouseover='${run}`,
  `"><img src=x onerror=${run}>`,
  `</textarea><img src=x onerror=alert(1)>`,
  `</title><script>prompt(1)</script>`,
  `</script><script>${run}//`,
  `</style><img src=x onerror=${run}>`,
  `--><img src=x onerror=${run}><!--`,
  `]]><script>${run}</script><![CDATA[`,
  `"}];${run};[{"a":"`,
  `\\u003cimg src=x onerror=${run}\\u003e\\"`,
  // Elements that a second parser reads otherwise than the first.
  `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=${run}>">`,
  `<svg><foreignObject><body onload=${run}></foreignObject><use href="data:image/svg+xml,<svg onload=${run}>"/></svg>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s></svg>`,
  `<noscript><p title="</noscript><img src=x onerror=${run}>">`,
  `<template><img src=x onerror=${run}></template>`,
  `&lt;img src=x onerror=${run}&gt;&#60;b&#62;`,
  // Addresses and styles.
  `${script}:${run}//`,
  `<a href="java&#9;script:${run}" id=${wordCanary}>x</a>`,
  `data:text/html;base64,PHNjcmlwdD5vcGVuZXIuX19wd249MTwvc2NyaXB0Pg==`,
  `red;}*{background:url("//example.invalid/x")}<style>*{display:none}</style>`,
  // The languages of templates and of the drawings.
  `\${${run}}{{constructor.constructor('${run}')()}}`,
  `{@html '<img src=x onerror=${run}>'}{#if 1}`,
  `{a|x}{b}{c}{@d}{hr|}%s%d$&$1`,
  // Names that every object has.
  '__proto__',
  'constructor',
  // Beginnings of formulas, and letters that hide or turn.
  `=HYPERLINK("${script}:${run}","x")`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
  `\u0000\u202e>1=nwp__=rorreno gmi<\u202c\u200b\ufeff`,
  `\ud83d\u{1d4b6}\u0301\u0301\uff1cscript\uff1e${run}\u2028\ufdfa`,
];
