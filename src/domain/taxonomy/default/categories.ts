import type { TaxonomyCategory } from '../../taxonomy';

/** The four gaps between what customers expect and what they get. */
export const categories: readonly TaxonomyCategory[] = [
  {
    code: 'G1',
    name: { zh: '管理认知差距', en: 'Management-cognition gap' },
    definition: { zh: '管理层对客户期望与体验的理解偏差', en: 'Managers misread what customers expect and experience' },
    owner: { zh: '服务质量领导小组', en: 'Service-quality leading group' },
  },
  {
    code: 'G2',
    name: { zh: '质量控制差距', en: 'Quality-control (standards) gap' },
    definition: {
      zh: '已知客户期望，但没有转化为可执行的标准、规则与资源',
      en: "Customers' expectations are known but not turned into workable standards, rules and resources",
    },
    owner: { zh: '业务管理部门', en: 'Business management departments' },
  },
  {
    code: 'G3',
    name: { zh: '服务表现差距', en: 'Service-performance gap' },
    definition: {
      zh: '有标准但服务交付（人员、技术、监督、补救）未达标',
      en: 'Standards exist, but delivery (people, technology, supervision, recovery) does not meet them',
    },
    owner: { zh: '客户服务部门、网点', en: 'Customer service departments and outlets' },
  },
  {
    code: 'G4',
    name: { zh: '营销宣传差距', en: 'Marketing-communication gap' },
    definition: {
      zh: '对外沟通与承诺同实际交付不一致',
      en: 'What is communicated and promised outside does not match what is delivered',
    },
    owner: { zh: '服务管理部门、产品营销部门', en: 'Service management and product marketing departments' },
  },
];
