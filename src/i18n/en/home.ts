import type { Shape } from '../shape';
import type { home as zh } from '../zh-CN/home';

export const home = {
  welcome: 'From a complaint file to a conclusion you can explain',
  welcomeLead:
    'See where complaints gather, whether the rate is stable, and how many defects there are per million opportunities. Everything is computed on this computer.',
  again:
    'Worked here before? This browser holds no data now; they may have been cleared. A backup file brings them back:',
  againOpen: 'Open a backup file',
  door: {
    sample: {
      title: 'Open the sample project',
      text: 'Twenty-four months of invented service events, coded and analysed. Ten minutes to understand the Pareto chart, the control chart and the sigma level.',
      action: 'Open the sample',
      busy: 'Preparing the sample',
    },
    import: {
      title: 'Import a file',
      text: 'The Excel or CSV file your system exports, as it is: encoding, header and date styles are recognised, and personal data is masked before anything is stored.',
      action: 'Choose a file to import',
    },
    project: {
      title: 'Start a project',
      text: 'From a template: charter, process, CTQ, duties and possible causes come filled in. Change them to yours.',
      action: 'Choose a template',
    },
    file: {
      title: 'Open a workbench file',
      text: 'A file from a colleague, or your own backup: see what it holds and how it differs from what is here, then take it in.',
      action: 'Choose the file',
    },
  },
  step: {
    title: 'Three steps to a conclusion',
    import: { title: 'Import', text: 'Drop the file, check columns and types, confirm what was masked.' },
    code: { title: 'Code', text: 'Map the source’s categories to the 57 service links once; the map is remembered.' },
    read: {
      title: 'Read',
      text: 'Picture, table and sentences say the same numbers, and every number opens the rows behind it.',
    },
  },
  local: 'Your data stays in this browser on this computer. Nothing is uploaded.',
  localMore: 'Privacy and masking',
  title: 'Home',
  importFile: 'Import a file',
  newAnalysis: 'New analysis',
  attention: 'Needs attention',
  nothingToDo: 'Nothing needs your attention at the moment.',
  copyDue: '{n} {n|change|changes} since the latest backup: save a backup file',
  copyAsking: 'Autosave is paused: the browser wants your permission again to write “{file}”.',
  uncoded: '“{name}” is not coded to service links yet, so its Pareto chart can only use the source’s own categories.',
  code: 'Code it',
  saveFailed: 'The last change was not saved: {reason}',
  recentProjects: 'Recent projects',
  gateOpen: 'Gate of {phase}: {n} {n|criterion|criteria} still open: {items}',
  noProjects: 'No projects yet.',
  noData: 'No data yet. Import a file first.',
  recentData: 'Recent data',
  recentAnalyses: 'Recent analyses',
  all: 'See all',
  rowsOf: '{n} {n|row|rows}',
  onData: 'Data: {name}',
  noAnalyses: 'No analysis saved yet. Choose a dataset and begin with a Pareto chart.',
  invented: 'Sample (invented)',
} satisfies Shape<typeof zh>;
