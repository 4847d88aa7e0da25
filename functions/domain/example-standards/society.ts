import { exampleStandard, implied, less, ratioTo, scale, yesNo } from './build.ts';

/** 学习型社团, edited from 学习型社区: members instead of residents, activities open to the public. */
export const societyStandard = exampleStandard({
  categoryId: 'society',
  name: '学习型社团评估标准',
  indicators: [
    implied('规范管理', 24, [
      {
        name: '依法登记与章程',
        marks: 6,
        description: '依法登记，年度检查合格，按章程换届和议事。',
        rule: yesNo,
        veto: true,
      },
      {
        name: '学习计划',
        marks: 8,
        description: '有社团年度学习活动计划，会员知晓，理事会检查落实。',
        rule: scale(8),
      },
      {
        name: '财务公开',
        marks: 10,
        description: '会费和活动经费收支公开；学习活动不以营利为目的。',
        rule: less(['未公开', 4], ['收支凭证不全', 3], ['借活动违规收费', 10]),
      },
    ]),
    implied('学习活动', 36, [
      {
        name: '经常性活动',
        marks: 12,
        description: '每月至少组织一次学习活动，有签到、有内容记录。',
        rule: scale(12),
      },
      {
        name: '会员参与率',
        marks: 10,
        description: '全年参加学习活动的会员占会员总数 70% 及以上得满分。',
        rule: ratioTo(70),
      },
      {
        name: '骨干与师资',
        marks: 8,
        description: '有稳定的骨干和教师，注重培养后备带头人。',
        rule: scale(8),
        method: 'interview',
      },
      {
        name: '活动条件',
        marks: 6,
        description: '有固定活动场所和必要器材，安全措施到位。',
        rule: scale(6),
        method: 'site',
      },
    ]),
    implied('工作成效', 28, [
      {
        name: '成果展示',
        marks: 10,
        description: '会员作品、展演或研究成果每年公开展示。',
        rule: scale(10),
      },
      {
        name: '服务社会',
        marks: 10,
        description: '以专长进社区、进学校、进企业，开展公益讲座和辅导。',
        rule: scale(10),
      },
      {
        name: '会员满意度',
        marks: 8,
        description: '会员满意率 85% 及以上得满分。',
        rule: ratioTo(85),
        method: 'questionnaire',
      },
    ]),
    implied('特色', 12, [
      {
        name: '特色项目',
        marks: 12,
        description: '形成有辨识度的学习项目，能够持续开展并可供其他社团借鉴。',
        rule: scale(12),
      },
    ]),
  ],
});
