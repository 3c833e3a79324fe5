import type { TaxonomyAspect } from '../../taxonomy';

/**
 * Causes inside the bank. Sixteen are the antecedents of Zeithaml, Berry & Parasuraman (1988), Journal of Marketing
 * 52(2), 35–48; service recovery (G3.8) is added, because customers meet it as a service of its own.
 */
export const aspects: readonly TaxonomyAspect[] = [
  {
    code: 'G1.1',
    category: 'G1',
    name: { zh: '市场调研导向', en: 'Marketing research orientation' },
    definition: {
      zh: '管理者收集并运用客户要求信息的程度',
      en: 'Extent to which managers gather and use customer-requirement information',
    },
    question: {
      zh: '我们最近一次按客群量化客户要求是什么时候？',
      en: 'When did we last quantify what customers require, segment by segment?',
    },
    signal: { zh: '按需求归类的客户之声件数；SERVQUAL 期望得分', en: 'VOC count by need; SERVQUAL expectation score' },
  },
  {
    code: 'G1.2',
    category: 'G1',
    name: { zh: '向上沟通', en: 'Upward communication' },
    definition: {
      zh: '一线员工向管理层传递信息的范围、质量与方式',
      en: 'Extent, quality and type of information flowing from contact staff to management',
    },
    question: {
      zh: '一线重复遇到的问题几天内到达决策者？',
      en: 'How many days until a problem that the front line meets again and again reaches those who decide?',
    },
    signal: { zh: '重复问题件数；首次上报到决策的天数', en: 'repeat-issue count; days from first report to decision' },
  },
  {
    code: 'G1.3',
    category: 'G1',
    name: { zh: '管理层级', en: 'Levels of management' },
    definition: {
      zh: '一线员工与最高管理者之间的层级数量',
      en: 'Number of layers between contact personnel and top managers',
    },
    question: {
      zh: '客户一个简单诉求要经过几级审批？',
      en: 'How many approvals does a simple request of a customer pass?',
    },
    signal: { zh: '审批层数；每层排队时间', en: 'approval hops; queue time per hop' },
  },
  {
    code: 'G2.1',
    category: 'G2',
    name: { zh: '管理层质量承诺', en: 'Management commitment to service quality' },
    definition: {
      zh: '管理层在资源、激励与带头作用上对服务质量的投入，相对于其他目标而言',
      en: 'Resources, recognition and leadership given to quality vs other goals',
    },
    question: {
      zh: '客流高时有没有真正增加窗口与座席？',
      en: 'When many customers come, do we really open more windows and seats?',
    },
    signal: { zh: '实开窗口数 ÷ 应开窗口数（Erlang 测算）', en: 'staffed windows ÷ required windows (Erlang)' },
  },
  {
    code: 'G2.2',
    category: 'G2',
    name: { zh: '目标设定', en: 'Goal setting' },
    definition: {
      zh: '是否有以客户为本的正式服务质量目标并持续跟踪',
      en: 'Formal, customer-based service-quality goals exist and are tracked',
    },
    question: {
      zh: '等候、接通、办结有无量化时限？',
      en: 'Do waiting, answering and completion have time limits in figures?',
    },
    signal: { zh: '达标率；等候时间控制图', en: '% within standard; control chart of wait' },
  },
  {
    code: 'G2.3',
    category: 'G2',
    name: { zh: '任务标准化', en: 'Task standardization' },
    definition: {
      zh: '用技术与设计好的流程使服务作业标准化的程度',
      en: 'Use of technology and designed routines to standardise service tasks',
    },
    question: {
      zh: '规则是按客户任务设计还是按内部便利设计？',
      en: "Are the rules made for the customer's task or for our own convenience?",
    },
    signal: {
      zh: '每项业务的步骤、材料与返工数；规则所致事件的 DPMO',
      en: 'steps, documents and reworks per task; DPMO of rule-caused events',
    },
  },
  {
    code: 'G2.4',
    category: 'G2',
    name: { zh: '可行性认知', en: 'Perception of feasibility' },
    definition: {
      zh: '相信并有依据证明客户期望能够达到的程度',
      en: 'Belief (and evidence) that customer expectations can be met',
    },
    question: {
      zh: '高峰与新规上线前有没有验证做得到？',
      en: 'Did we check before a peak or a launch that it can be done?',
    },
    signal: {
      zh: '高峰与平时之比；上线后 30 天的缺陷数',
      en: 'peak/off-peak ratio; defects in first 30 days after go-live',
    },
  },
  {
    code: 'G3.1',
    category: 'G3',
    name: { zh: '团队协作', en: 'Teamwork' },
    definition: {
      zh: '员工与管理者为共同目标协同的程度',
      en: 'Employees and managers pull together for a common goal',
    },
    question: { zh: '客户在几个岗位之间被移交？', en: 'Between how many posts is a customer handed over?' },
    signal: { zh: '每件事件移交次数；转接率', en: 'handovers per event; transfer rate' },
  },
  {
    code: 'G3.2',
    category: 'G3',
    name: { zh: '员工—岗位匹配', en: 'Employee–job fit' },
    definition: {
      zh: '员工的技能与性情同岗位要求相匹配的程度',
      en: 'Skills and temperament of employees match the job',
    },
    question: {
      zh: '差错集中在哪些岗位、班次、入职时长？',
      en: 'In which posts, shifts and lengths of service do errors gather?',
    },
    signal: { zh: '按入职时长的差错数；座席质检得分', en: 'errors by tenure; QA score by agent' },
  },
  {
    code: 'G3.3',
    category: 'G3',
    name: { zh: '技术—岗位匹配', en: 'Technology–job fit' },
    definition: { zh: '所用工具与技术适合岗位工作的程度', en: 'Tools and technology are appropriate for the job' },
    question: { zh: '设备与系统可用率是多少？', en: 'How available are devices and systems?' },
    signal: {
      zh: '可用率；每万笔交易故障数；u 图或 g 图',
      en: 'availability %; failure per 10k transactions; u/g chart',
    },
  },
  {
    code: 'G3.4',
    category: 'G3',
    name: { zh: '感知控制', en: 'Perceived control' },
    definition: {
      zh: '员工感到自己能在问题情形下灵活处置的程度',
      en: 'Employees feel they can act flexibly in problem situations',
    },
    question: { zh: '一线多少问题可以当场解决？', en: 'How many problems can the front line solve on the spot?' },
    signal: { zh: '当场解决率；升级件数', en: 'on-the-spot resolution %; escalations' },
  },
  {
    code: 'G3.5',
    category: 'G3',
    name: { zh: '监督控制体系', en: 'Supervisory control systems' },
    definition: {
      zh: '以行为（怎么做）而不仅以产出（做了多少）评价员工的程度',
      en: 'Evaluation by behaviour (how), not only by output (how many)',
    },
    question: {
      zh: '质检抽样覆盖率与评分一致性如何？',
      en: 'What share is sampled for quality, and do the scorers agree?',
    },
    signal: { zh: '质检覆盖率；评分者一致性 κ；违规件数', en: 'QA coverage; scorer kappa; breach count' },
  },
  {
    code: 'G3.6',
    category: 'G3',
    name: { zh: '角色冲突', en: 'Role conflict' },
    definition: {
      zh: '员工面对互不相容的期望（销售任务、合规、客户）的程度',
      en: 'Incompatible expectations (sales quota / compliance / customer)',
    },
    question: {
      zh: '员工在任务、合规与客户之间如何取舍？',
      en: 'How do staff choose between target, compliance and customer?',
    },
    signal: {
      zh: '搭售投诉与考核周期的对照；核查类投诉',
      en: 'tying complaints vs quota cycle; check-related complaints',
    },
  },
  {
    code: 'G3.7',
    category: 'G3',
    name: { zh: '角色模糊', en: 'Role ambiguity' },
    definition: { zh: '员工缺少做好工作所需信息与培训的程度', en: 'Employees lack information/training to do the job' },
    question: { zh: '同一问题不同员工会给几种答案？', en: 'How many answers do different staff give to one question?' },
    signal: { zh: '神秘客户答复一致率；知识库未命中率', en: 'mystery-shop answer consistency; KB miss rate' },
  },
  {
    code: 'G3.8',
    category: 'G3',
    name: { zh: '服务补救', en: 'Service recovery' },
    definition: {
      zh: '未能受理、解决、补偿并了结客户问题的程度',
      en: 'Failure to receive, resolve, redress and close customer problems',
    },
    question: {
      zh: '投诉能否一次受理、按时答复、公平补救、回访闭环？',
      en: 'Is a complaint taken once, answered on time, redressed fairly and closed by a call-back?',
    },
    signal: {
      zh: '按时办结率；重开率；重复投诉率；办结天数 P75',
      en: 'on-time %; reopen %; repeat-complaint %; P75 days',
    },
  },
  {
    code: 'G4.1',
    category: 'G4',
    name: { zh: '横向沟通', en: 'Horizontal communication' },
    definition: {
      zh: '影响承诺与交付的部门之间、部门内部沟通的程度',
      en: 'Communication between and within departments that shape promises and delivery',
    },
    question: {
      zh: '各渠道、各条线对客户说的是同一句话吗？',
      en: 'Do all channels and lines tell a customer the same?',
    },
    signal: { zh: '跨渠道不一致件数；每客户触达次数', en: 'cross-channel mismatch count; contacts per customer' },
  },
  {
    code: 'G4.2',
    category: 'G4',
    name: { zh: '过度承诺倾向', en: 'Propensity to overpromise' },
    definition: {
      zh: '对外宣传超出实际交付的程度',
      en: 'Degree to which external communication exceeds what is delivered',
    },
    question: { zh: '哪些承诺写了、说了，但没有做到？', en: 'Which promises were written or spoken and not kept?' },
    signal: { zh: '承诺与兑现之差；误导销售件数', en: 'promise-vs-delivered gap; mis-selling count' },
  },
];
