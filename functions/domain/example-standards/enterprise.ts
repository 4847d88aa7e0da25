import { exampleStandard, less, ratioTo, scale, steps } from './build.ts';

/** 学习型企业: the figures of a published district standard, pass at 90 (domain.md §8). */
export const enterpriseStandard = exampleStandard({
  categoryId: 'enterprise',
  name: '学习型企业评估标准',
  source: '参照区级公开发布的学习型企业创建标准的分值结构',
  note: '总分 90 分及以上为达标。',
  indicators: [
    {
      name: '组织管理',
      marks: 42,
      parts: [
        {
          name: '组织制度建设',
          marks: 21,
          points: [
            {
              name: '教育机构与职能部门',
              marks: 7,
              description: '设有负责职工教育的机构或明确的职能部门，企业主要负责人牵头，职责、分工和工作记录齐全。',
              rule: scale(7),
            },
            {
              name: '目标、计划与措施',
              marks: 7,
              description: '创建目标写入企业发展规划，有年度学习计划和落实措施，计划有检查、有总结。',
              rule: scale(7),
            },
            {
              name: '培训制度',
              marks: 7,
              description: '培训、考核、激励等制度成文并公布，与职工的使用、待遇相衔接，执行有据可查。',
              rule: less(['制度不成文', 3], ['未与使用待遇衔接', 2], ['执行无记录', 2]),
            },
          ],
        },
        {
          name: '队伍建设',
          marks: 14,
          points: [
            {
              name: '专人负责',
              marks: 7,
              description: '有专人负责职工教育工作，岗位职责明确，人员相对稳定，本人每年接受业务培训。',
              rule: scale(7),
              method: 'interview',
            },
            {
              name: '专兼职教师',
              marks: 7,
              description: '建有专兼职结合的教师队伍，有名册和授课记录，技术骨干、能工巧匠参与授课。',
              rule: scale(7),
            },
          ],
        },
        {
          name: '落实经费',
          marks: 7,
          points: [
            {
              name: '继续教育经费',
              marks: 7,
              description: '按职工工资总额的 2.5% 足额提取教育培训经费，专款专用，多数用于一线职工。',
              rule: less(['提取不足 2.5%', 4], ['用于一线职工不足六成', 2], ['账目不清', 7]),
            },
          ],
        },
      ],
    },
    {
      name: '载体建设',
      marks: 28,
      parts: [
        {
          name: '学习场所',
          marks: 14,
          points: [
            {
              name: '教学场所',
              marks: 7,
              description: '有满足培训需要的固定教学场所和设备，使用记录完整；也可与院校共建共用。',
              rule: scale(7),
              method: 'site',
            },
            {
              name: '阅览室',
              marks: 7,
              description: '设有职工书屋或阅览室，书刊和数字资源定期更新，开放时间方便倒班职工。',
              rule: scale(7),
              method: 'site',
            },
          ],
        },
        {
          name: '活动设施与环境',
          marks: 14,
          points: [
            {
              name: '体育设施',
              marks: 7,
              description: '有职工可用的文体活动设施，维护良好，常年组织健身和文体活动。',
              rule: scale(7),
              method: 'site',
            },
            {
              name: '文化氛围',
              marks: 7,
              description: '企业精神和学习理念为职工所知，有宣传阵地、内部刊物或网上学习专栏。',
              rule: scale(7),
              method: 'site',
            },
          ],
        },
      ],
    },
    {
      name: '工作成效',
      marks: 30,
      parts: [
        {
          name: '学习人数',
          marks: 15,
          points: [
            {
              name: '年参训率',
              marks: 8,
              description: '全年参加各类培训的职工占职工总数的 50% 及以上得满分，不足的按比例计分。',
              rule: ratioTo(50),
            },
            {
              name: '文化技能竞赛',
              marks: 7,
              description: '每年组织或参加文化、技能竞赛和岗位练兵，参与面广，优胜者受到奖励。',
              rule: steps(
                ['获市级及以上名次', 7, '当年有集体或职工在市级及以上竞赛中获得名次，证书或文件齐全。'],
                ['获区级名次', 6, '当年最高名次为区级，证书或文件齐全。'],
                ['仅企业内部组织', 4, '当年组织了企业内部竞赛，有方案和结果，未获区级及以上名次。'],
              ),
            },
          ],
        },
        {
          name: '创新发展',
          marks: 15,
          points: [
            {
              name: '学习自主性',
              marks: 7,
              description: '职工有个人学习计划，自发组成学习小组或课题小组，合理化建议有采纳、有反馈。',
              rule: scale(7),
              method: 'questionnaire',
            },
            {
              name: '特色成效',
              marks: 8,
              description: '学习成果转化为技术革新、质量改进或经营效益，形成可推广的特色做法；材料须真实可核。',
              rule: scale(8),
              veto: true,
            },
          ],
        },
      ],
    },
  ],
});
