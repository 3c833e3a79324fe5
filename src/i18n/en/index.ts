import { common } from './common';
import { shell } from './shell';
import { home } from './home';
import { data } from './data';
import { wizard } from './wizard';
import { privacy } from './privacy';
import { issue } from './issue';
import { taxonomy } from './taxonomy';
import { coding } from './coding';
import { analyse } from './analyse';
import { assistant } from './assistant';
import { artefacts } from './artefacts';
import { projects } from './projects';
import { protection } from './protection';
import { workshop } from './workshop';
import { templates } from './templates';
import { files } from './files';
import { settings } from './settings';
import { differences } from './differences';
import { help } from './help';
import { map } from './map';
import { sample } from './sample';
import { history } from './history';
import { events } from './events';
import { rectification } from './rectification';
import { ledger } from './ledger';
import { bulk } from './bulk';
import { outlets } from './outlets';
import { report } from './report';
import { meeting } from './meeting';
import { failureReport } from './failure-report';
import { surveys } from './surveys';
import { monitoring } from './monitoring';
import { kpi } from './kpi';
import { failureVoice } from './failure-voice';
import { start } from './start';
import { storage } from './storage';
import { failureIngest } from './failure-ingest';
import { failureFiles } from './failure-files';
import { failureStore } from './failure-store';
import { failureStats } from './failure-stats';
import { failureStatsTests } from './failure-stats-tests';
import { failureAnalyses } from './failure-analyses';
import { failureAnalysesTests } from './failure-analyses-tests';
import { failureDomain } from './failure-domain';
import { failureApp } from './failure-app';
import { failureQuality } from './failure-quality';
import { failureAnalysesTime } from './failure-analyses-time';
import { capability } from './analyses/capability';
import { failureAnalysesCapability } from './failure-analyses-capability';
import { attributeAgreement } from './analyses/attribute-agreement';
import { gageRr } from './analyses/gage-rr';
import { shared } from './analyses/shared';
import { pareto } from './analyses/pareto';
import { chartRanking } from './analyses/chart-ranking';
import { controlChart } from './analyses/control-chart';
import { dpmo } from './analyses/dpmo';
import { summary } from './analyses/summary';
import { series } from './analyses/series';
import { runChart } from './analyses/run-chart';
import { funnelPlot } from './analyses/funnel-plot';
import { compareMeans } from './analyses/compare-means';
import { mainEffects } from './analyses/main-effects';
import { survival } from './analyses/survival';
import { satisfaction } from './analyses/satisfaction';
import type { Catalogue } from '../zh-CN';
import { failureAnalysesModels } from './failure-analyses-models';
import { regression } from './analyses/regression';
import { xbar } from './analyses/xbar';
import { compareProportions } from './analyses/compare-proportions';
import { timeWeighted } from './analyses/time-weighted';
import { association } from './analyses/association';
import { rareEvents } from './analyses/rare-events';
import { beforeAfter } from './analyses/before-after';
import { servqual } from './analyses/servqual';
import { weightedIndex } from './analyses/weighted-index';
import { sampleSize } from './analyses/sample-size';
import { staffing } from './analyses/staffing';
import { reliability } from './analyses/reliability';

export const en = {
  common,
  shell,
  home,
  data,
  wizard,
  privacy,
  issue,
  taxonomy,
  coding,
  analyse,
  assistant,
  artefacts,
  projects,
  protection,
  workshop,
  templates,
  files,
  settings,
  differences,
  help,
  map,
  sample,
  history,
  events,
  rectification,
  ledger,
  bulk,
  outlets,
  report,
  meeting,
  surveys,
  monitoring,
  kpi,
  start,
  storage,
  failure: {
    ...failureIngest,
    ...failureStore,
    ...failureFiles,
    ...failureStats,
    ...failureStatsTests,
    ...failureAnalyses,
    ...failureAnalysesCapability,
    ...failureAnalysesTests,
    ...failureDomain,
    ...failureApp,
    ...failureQuality,
    ...failureReport,
    ...failureVoice,
    ...failureAnalysesTime,
    ...failureAnalysesModels,
  },
  analyses: {
    shared,
    pareto,
    controlChart,
    chartRanking,
    dpmo,
    series,
    summary,
    runChart,
    capability,
    funnelPlot,
    compareMeans,
    mainEffects,
    regression,
    attributeAgreement,
    xbar,
    gageRr,
    compareProportions,
    timeWeighted,
    survival,
    association,
    rareEvents,
    satisfaction,
    beforeAfter,
    servqual,
    weightedIndex,
    sampleSize,
    staffing,
    reliability,
  },
} satisfies Catalogue;
