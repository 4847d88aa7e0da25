import { exampleStandard, implied, less, ratioTo, scale, steps } from './build.ts';

/** 学习型党组织, edited from 学习型机关. */
export const partyStandard = exampleStandard({
  categoryId: 'party',
  name: '学习型党组织评估标准',
  indicators: [
    implied('组织领导', 20, [
      {
        name: '第一责任人',
        marks: 8,
        description: '书记履行学习第一责任，班子成员分工明确，学习纳入党建责任清单。',
        rule: scale(8),
      },
      {
        name: '计划与制度',
        marks: 7,
        description: '有年度学习计划，集体学习、个人自学、学习通报等制度执行到位。',
        rule: less(['无年度计划', 3], ['制度执行无记录', 2], ['无通报', 2]),
      },
      {
        name: '经费与阵地',
        marks: 5,
        description: '党费和行政经费对学习有安排，有固定的党员学习活动阵地。',
        rule: scale(5),
        method: 'site',
      },
    ]),
    implied('学习组织', 30, [
      {
        name: '班子集体学习',
        marks: 10,
        description: '领导班子集体学习每季度不少于一次，有主题、有中心发言、有记录。',
        rule: steps(
          ['四次及以上', 10, '每季度至少一次，均有主题、中心发言和完整记录。'],
          ['三次', 8, '全年三次，均有主题和记录。'],
          ['二次', 5, '全年二次，有记录。'],
          ['一次', 2, '全年一次，有记录。'],
        ),
      },
      {
        name: '党员教育培训',
        marks: 10,
        description: '党员每年集中学习培训不少于 32 学时，达标率 95% 及以上得满分。',
        rule: ratioTo(95),
      },
      {
        name: '组织生活质量',
        marks: 10,
        description: '三会一课与学习结合，形式多样，青年党员和离退休党员都有安排。',
        rule: scale(10),
        method: 'interview',
      },
    ]),
    implied('学习转化', 20, [
      {
        name: '调查研究',
        marks: 10,
        description: '围绕重点难点开展调查研究，成果进入决策或解决具体问题。',
        rule: scale(10),
      },
      {
        name: '服务群众',
        marks: 10,
        description: '党员以所学开展志愿服务和结对帮扶，事项有清单、办结有反馈。',
        rule: scale(10),
      },
    ]),
    implied('工作成效', 30, [
      {
        name: '带动群团',
        marks: 8,
        description: '带动工会、共青团、妇联组织开展学习，形成品牌活动。',
        rule: scale(8),
      },
      {
        name: '作风建设',
        marks: 12,
        description: '党风廉政建设责任落实；领导班子成员发生严重违纪案件的一票否决。',
        rule: less(['通报批评每次', 3], ['逾期未整改每项', 2]),
        veto: true,
      },
      {
        name: '党员群众评价',
        marks: 10,
        description: '党员和群众对学习型党组织建设的满意率 90% 及以上得满分。',
        rule: ratioTo(90),
        method: 'questionnaire',
      },
    ]),
  ],
});
