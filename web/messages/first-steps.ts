import { say } from './say.ts';

/** What a new office does first, in order. */
export const firstSteps = {
  title: say('开始使用', 'Getting started'),
  help: say('按下列顺序准备，即可发布第一个批次。', 'In this order, and the first cycle can be announced.'),
  done: say('已完成', 'done'),
  areas: say('设置地区', 'Name the areas'),
  areasHelp: say('单位注册时要选择所在地区。', 'A unit chooses its area when it registers.'),
  standards: say('载入或编制评估标准', 'Install or write standards'),
  standardsHelp: say('批次的每个类别使用一份已发布的标准。', 'Each category of a cycle uses a published standard.'),
  cycle: say('筹划并发布批次', 'Plan and announce a cycle'),
  cycleHelp: say('定类别、名额、规则和日程。', 'Categories, seats, rules and dates.'),
  experts: say('专家入库', 'Take experts into the pool'),
  expertsHelp: say('评审开始前，专家须在库中。', 'Before the review starts, reviewers must be in the pool.'),
} as const;
