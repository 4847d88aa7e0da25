import { exampleStandard, implied, less, ratioTo, scale } from './build.ts';

/** 学习型机关 (domain.md §8). */
export const agencyStandard = exampleStandard({
  categoryId: 'agency',
  name: '学习型机关评估标准',
  note: '三位一体、三结合、三联动、三导向分别对应学习平台、交流平台、管理平台和工作成效。',
  indicators: [
    implied('组织领导', 20, [
      {
        name: '领导机制',
        marks: 8,
        description: '主要负责人任创建领导小组组长，每年至少专题研究两次，分管领导和责任处室明确。',
        rule: scale(8),
      },
      {
        name: '规划计划',
        marks: 6,
        description: '有创建规划和年度计划，与业务工作同部署、同检查、同总结。',
        rule: scale(6),
      },
      {
        name: '制度保障',
        marks: 6,
        description: '学习、考勤、交流、考核等制度健全，时间、场所和经费有保证。',
        rule: less(['制度缺项', 2], ['经费无安排', 2], ['考勤无记录', 2]),
      },
    ]),
    {
      name: '学习平台',
      marks: 28,
      parts: [
        {
          name: '三位一体',
          marks: 28,
          points: [
            {
              name: '集体学习',
              marks: 8,
              description: '理论学习中心组和处室集体学习有主题、有记录，领导干部带头讲课。',
              rule: scale(8),
            },
            {
              name: '学习培训数据库',
              marks: 5,
              description: '建立干部学习培训数据库，学时学分登记及时准确，可供查询和分析。',
              rule: scale(5),
              method: 'site',
            },
            {
              name: '学习团队',
              marks: 8,
              description: '围绕中心工作和兴趣专长组建学习团队，有章程、有活动、有成果。',
              rule: scale(8),
            },
            {
              name: '培训统筹',
              marks: 7,
              description: '统筹脱产培训、网络学习和岗位练兵，干部年度培训学时达标率 95% 及以上得满分。',
              rule: ratioTo(95),
            },
          ],
        },
      ],
    },
    {
      name: '交流平台',
      marks: 14,
      parts: [
        {
          name: '三结合',
          marks: 14,
          points: [
            {
              name: '展示交流',
              marks: 7,
              description: '通过论坛、读书会、专刊或网上专栏展示学习成果，每季度至少一次。',
              rule: scale(7),
            },
            {
              name: '课题研讨',
              marks: 7,
              description: '结合职能开展调查研究，每年形成有质量的调研报告，并转化为政策或措施。',
              rule: scale(7),
            },
          ],
        },
      ],
    },
    {
      name: '管理平台',
      marks: 18,
      parts: [
        {
          name: '三联动',
          marks: 18,
          points: [
            {
              name: '导学、述学、督学、考学',
              marks: 10,
              description: '年初有导学安排，年末述职必述学，过程有督促，结果纳入考核并与评优相联系。',
              rule: scale(10),
            },
            {
              name: '齐抓共管',
              marks: 8,
              description: '党、政、工、团、妇协同推进，职责落实到处室和个人。',
              rule: scale(8),
              method: 'interview',
            },
          ],
        },
      ],
    },
    {
      name: '工作成效',
      marks: 20,
      parts: [
        {
          name: '三导向',
          marks: 20,
          points: [
            {
              name: '学习创新案例',
              marks: 8,
              description: '每年形成学习推动工作创新的案例，做法清楚、成效可核，有推广价值。',
              rule: scale(8),
            },
            {
              name: '效能作风',
              marks: 7,
              description: '办事效率和服务质量提高，投诉及时办结；发生严重违纪案件的一票否决。',
              rule: less(['有效投诉每件', 1], ['通报批评每次', 2]),
              veto: true,
            },
            {
              name: '满意度',
              marks: 5,
              description: '服务对象和本机关干部对学习创建工作的满意率 90% 及以上得满分。',
              rule: ratioTo(90),
              method: 'questionnaire',
            },
          ],
        },
      ],
    },
  ],
});
