import { exampleStandard, implied, less, ratioTo, scale, steps } from './build.ts';

/** 学习型事业单位, edited from 学习型企业 and 学习型机关. */
export const institutionStandard = exampleStandard({
  categoryId: 'institution',
  name: '学习型事业单位评估标准',
  indicators: [
    implied('组织管理', 30, [
      {
        name: '领导与机构',
        marks: 8,
        description: '主要负责人牵头，有学习创建工作机构和专人，职工代表参与。',
        rule: scale(8),
      },
      {
        name: '规划与制度',
        marks: 8,
        description: '学习规划与事业发展规划衔接，培训、考核和激励制度成文并执行。',
        rule: less(['无规划', 4], ['制度未执行', 4]),
      },
      {
        name: '继续教育经费',
        marks: 7,
        description: '按工资总额的规定比例安排职工教育经费，使用合规。',
        rule: less(['比例不足', 4], ['用途不符', 7]),
      },
      {
        name: '内训队伍',
        marks: 7,
        description: '业务骨干担任内部讲师，有名册、课件和授课记录。',
        rule: scale(7),
      },
    ]),
    implied('学习平台', 32, [
      {
        name: '专业技术培训',
        marks: 10,
        description: '专业技术人员继续教育学时达标率 95% 及以上得满分。',
        rule: ratioTo(95),
      },
      {
        name: '学习团队',
        marks: 8,
        description: '以科室、项目为单位组建学习团队，定期研讨业务问题。',
        rule: scale(8),
        method: 'interview',
      },
      {
        name: '学习场所与资源',
        marks: 7,
        description: '有学习场所、专业书刊和数字资源，并向服务对象适度开放。',
        rule: scale(7),
        method: 'site',
      },
      {
        name: '技能竞赛',
        marks: 7,
        description: '每年开展岗位练兵和技能竞赛，结果与岗位聘用相联系。',
        rule: steps(
          ['获市级及以上名次', 7, '当年有集体或职工在市级及以上竞赛中获得名次，证书或文件齐全。'],
          ['获区级名次', 6, '当年最高名次为区级，证书或文件齐全。'],
          ['仅单位内部组织', 4, '当年组织了单位内部竞赛，有方案和结果，未获区级及以上名次。'],
        ),
      },
    ]),
    implied('工作成效', 38, [
      {
        name: '服务质量',
        marks: 12,
        description: '服务流程和质量持续改进；发生重大责任事故的一票否决。',
        rule: less(['有效投诉每件', 2], ['通报批评每次', 4]),
        veto: true,
      },
      {
        name: '业务创新',
        marks: 10,
        description: '学习成果转化为新服务、新技术或新标准，有应用、有效果。',
        rule: scale(10),
      },
      {
        name: '人才成长',
        marks: 8,
        description: '职工学历、职称和技能水平逐年提高，青年人才有成长通道。',
        rule: scale(8),
      },
      {
        name: '服务对象满意度',
        marks: 8,
        description: '服务对象满意率 90% 及以上得满分。',
        rule: ratioTo(90),
        method: 'questionnaire',
      },
    ]),
  ],
});
