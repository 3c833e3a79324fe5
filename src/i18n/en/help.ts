import type { Shape } from '../shape';
import type { help as zh } from '../zh-CN/help';

export const help = {
  title: 'Help',
  lead: 'How to get from a file to a conclusion, and what every term means.',
  contents: 'On this page',
  guide: {
    title: 'Step by step',
    import: {
      title: '1. Import a file',
      text: 'In Data choose “Import a file”, or drop an Excel or CSV file on the page. Encoding, delimiter and header are recognised by content; title lines above the header and total rows at the end are found and named. Where the order of a date is ambiguous, as in 03/04/2024, you are asked; nothing is guessed.',
    },
    check: {
      title: '2. Check',
      text: 'Go through the column types and the list of issues: it names the row, the column, what was found and what was done, so no row disappears silently. Confirm what was masked before saving; the original text is never written to disk.',
    },
    code: {
      title: '3. Code',
      text: 'Map the source’s categories to the 4 categories, 17 aspects and 57 service links. The map is remembered for the same categories next time. Without categories, code by text: three suggestions with the words they rest on, confirmed by a person. Rows that are not coded are always shown as such.',
    },
    analyse: {
      title: '4. Analyse',
      text: 'The Pareto chart says where problems gather, the control chart says whether the process is stable or has changed, DPMO and the sigma level say how good it is. Every bar, point and number opens the rows behind it.',
    },
    keep: {
      title: '5. Come back',
      text: 'What is saved is the settings of an analysis, not its result. It is computed again every time, so any number can be checked. Keep the original files as a copy.',
    },
  },
  glossary: { title: 'Glossary', search: 'Find a term' },
  term: {
    gap: {
      name: 'Service quality gap',
      text: 'The distance between the service a customer expects and the service experienced. The workbench divides it into 4 categories, 17 aspects and 57 links; every complaint belongs to one link.',
    },
    defect: {
      name: 'Defect',
      text: 'One result that misses a requirement, such as one late answer. A unit can carry several.',
    },
    unit: { name: 'Unit', text: 'What is inspected: a call, a transaction, a complaint.' },
    opportunity: {
      name: 'Opportunity',
      text: 'A place on a unit where something can go wrong. The more opportunities are counted, the smaller DPMO becomes, so the number must be agreed beforehand and kept.',
    },
    dpu: { name: 'DPU, defects per unit', text: 'Defects ÷ units.' },
    dpmo: {
      name: 'DPMO, defects per million opportunities',
      text: 'Defects ÷ (units × opportunities per unit) × 1,000,000. With 1,200 units, 3 opportunities each and 47 defects, DPMO is 13,056.',
    },
    sigma: {
      name: 'Sigma level',
      text: 'The defect rate as a distance on the normal curve. By convention a shift of 1.5σ is added to give the short-term level: DPMO 3.4 is 6.0, DPMO 66,807 is 3.0. The screen always says that the 1.5σ shift is included, and it can be switched off.',
    },
    rty: {
      name: 'RTY, rolled throughput yield',
      text: 'The chance that a case passes every step first time, without rework: the product of the yields of the steps. Five steps of 98% give only 90.4%.',
    },
    pareto: {
      name: 'Pareto chart',
      text: 'Bars from the most to the fewest, with a line for the cumulative share. A few categories often hold most of the problems; look at them first. “Other” always comes last.',
    },
    controlChart: {
      name: 'Control chart',
      text: 'Points in order of time with a centre line and limits at ±3σ. The limits come from the process’s own variation; they are neither targets nor specifications. Variation within them is ordinary; points outside, or in a pattern, deserve a cause.',
    },
    pChart: {
      name: 'p chart',
      text: 'The control chart of a proportion, such as late answers per month. Months differ in size, so the limits widen and narrow.',
    },
    uChart: {
      name: 'u chart',
      text: 'The control chart of defects per unit, such as complaints per ten thousand calls.',
    },
    imrChart: {
      name: 'I-MR chart',
      text: 'The control chart of single values and of the difference between neighbours, such as the mean waiting time per day.',
    },
    limits: { name: 'UCL, CL, LCL', text: 'Upper control limit, centre line, lower control limit.' },
    signal: {
      name: 'Signal',
      text: 'A point that hints at a special cause: beyond a limit, nine in a row on one side, six in a row in one direction. Every signal names its rule.',
    },
    phase: {
      name: 'Phase and frozen baseline',
      text: 'After a deliberate change, limits are computed anew from the day of the change: a new phase. A frozen baseline extends the limits from before the change, to judge whether it worked.',
    },
    overdispersion: {
      name: 'Over-dispersion',
      text: 'With very large counts the limits of p and u charts become too narrow and take ordinary variation for signals. You are warned, and corrected limits are offered.',
    },
    confidence: {
      name: 'Confidence interval',
      text: 'The range in which the true value may lie, since data are limited. The wider a 95% interval, the more caution is due.',
    },
    dmaic: {
      name: 'DMAIC',
      text: 'Define, Measure, Analyse, Improve, Control: the five phases of a Six Sigma project.',
    },
  },
  privacy: {
    title: 'Privacy',
    local:
      'All data is processed and kept on this computer. The program contacts no server, sends nothing and has no accounts.',
    masked:
      'At import these are found and masked by default: ID card numbers, bank cards, account numbers, mobile and landline phones, e-mail addresses, number plates, unified social credit codes, passports and travel permits; verification codes and passwords are removed. Masking happens before anything is stored; the original is never written to disk.',
    notMasked:
      'What it cannot do: names and addresses in free text are found only by their common forms, so some are missed and some words are masked by mistake; pictures, voice and unusual spellings of numbers are not recognised. Check the preview, and remove what is sensitive in the source system first.',
    computer:
      'Anyone who can use this computer and this browser profile can see the data here. Lock the computer and use disk encryption where needed; clearing the browser’s site data deletes everything.',
  },
  keys: {
    title: 'Keyboard',
    commands: 'Open search and commands',
    undo: 'Undo',
    redo: 'Redo',
    next: 'Go to the next control',
    chart: 'Move from point to point on a chart; up and down change the series',
    chartOpen: 'Open the rows behind a point of a chart',
    grid: 'Move in a table; Ctrl with Home or End goes to its ends',
    close: 'Close a dialog or menu',
    print: 'Print this page',
    column: { keys: 'Keys', does: 'What they do' },
  },
  credits: {
    title: 'Credits',
    lead: 'Open-source components that the program uses, each under its licence:',
    charts: 'Apache ECharts: charts (Apache-2.0)',
    canvas: 'Svelte Flow: canvas of the process map (MIT, xyflow)',
    layout: 'dagre: arranging the process map (MIT)',
    bpmn: 'bpmn-moddle: reading and writing BPMN files (MIT, bpmn.io)',
  },
} satisfies Shape<typeof zh>;
