import { exampleStandard, implied, less, ratioTo, scale, yesNo } from './build.ts';

/** 学习型学校, edited from 学习型机关; 载体 from 学习型企业. */
export const schoolStandard = exampleStandard({
  categoryId: 'school',
  name: '学习型学校评估标准',
  indicators: [
    implied('组织领导', 18, [
      {
        name: '办学理念与规划',
        marks: 6,
        description: '终身学习理念写入办学规划，校长牵头创建，教职工代表大会审议年度计划。',
        rule: scale(6),
      },
      {
        name: '制度与保障',
        marks: 6,
        description: '教师学习研修、考核激励制度健全，公用经费用于教师培训的比例不低于 5%。',
        rule: less(['比例不足', 3], ['制度缺项', 3]),
      },
      {
        name: '校务公开',
        marks: 6,
        description: '学习创建的安排和结果在校内公开，听取教职工、学生和家长意见。',
        rule: yesNo,
      },
    ]),
    implied('教师学习', 30, [
      {
        name: '校本研修',
        marks: 10,
        description: '教研组、备课组研修有主题、有过程，听评课制度落实。',
        rule: scale(10),
      },
      {
        name: '继续教育学时',
        marks: 8,
        description: '教师继续教育学时达标率 98% 及以上得满分。',
        rule: ratioTo(98),
      },
      {
        name: '学习共同体',
        marks: 6,
        description: '有名师工作室、青年教师读书会等学习共同体，活动经常。',
        rule: scale(6),
        method: 'interview',
      },
      {
        name: '课题与成果',
        marks: 6,
        description: '承担区级及以上课题，成果用于改进教学。',
        rule: scale(6),
      },
    ]),
    implied('学生与家庭', 22, [
      {
        name: '学习习惯培养',
        marks: 8,
        description: '重视阅读和自主学习能力，课业负担合理，社团活动普及。',
        rule: scale(8),
        method: 'site',
      },
      {
        name: '图书与数字资源',
        marks: 7,
        description: '生均图书和数字资源达到办学标准，向学生全天开放。',
        rule: scale(7),
        method: 'site',
      },
      {
        name: '家校共学',
        marks: 7,
        description: '家长学校有计划、有课程、有评价，家长参加率 80% 及以上得满分。',
        rule: ratioTo(80),
      },
    ]),
    implied('服务社区', 10, [
      {
        name: '场地开放',
        marks: 5,
        description: '课余时间向社区居民开放文体场地，有协议、有记录。',
        rule: scale(5),
        method: 'site',
      },
      {
        name: '师资支持',
        marks: 5,
        description: '教师到市民学校授课或担任志愿辅导员。',
        rule: scale(5),
      },
    ]),
    implied('工作成效', 20, [
      {
        name: '教育质量',
        marks: 8,
        description: '学生全面发展，教育教学质量稳步提高；发生重大安全责任事故的一票否决。',
        rule: scale(8),
        veto: true,
      },
      {
        name: '办学特色',
        marks: 7,
        description: '形成被同行认可的办学特色和学习品牌。',
        rule: scale(7),
      },
      {
        name: '家长与学生评价',
        marks: 5,
        description: '家长和学生满意率 90% 及以上得满分。',
        rule: ratioTo(90),
        method: 'questionnaire',
      },
    ]),
  ],
});
