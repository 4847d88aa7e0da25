import { exampleStandard, implied, ratioTo, scale, steps } from './build.ts';

/** 学习型社区 (domain.md §8). */
export const communityStandard = exampleStandard({
  categoryId: 'community',
  name: '学习型社区评估标准',
  indicators: [
    implied('组织保障', 20, [
      {
        name: '机构与计划',
        marks: 6,
        description: '社区党组织牵头成立创建小组，驻区单位和居民代表参加，有年度计划和总结。',
        rule: scale(6),
      },
      {
        name: '人均经费',
        marks: 6,
        description: '社区教育经费按常住人口落实到人均标准，列支清楚，逐年有保障。',
        rule: steps(
          ['达到区定人均标准', 6, '当年落实的人均经费达到或超过区定标准，账目列支清楚。'],
          ['达到标准的八成', 4, '人均经费达到区定标准的八成、不足十成，账目列支清楚。'],
          ['低于八成', 2, '有专项经费，但人均不足区定标准的八成。'],
        ),
      },
      {
        name: '指导员与志愿者',
        marks: 8,
        description: '配有专职社区教育指导员，志愿者队伍有名册、有培训、有服务记录。',
        rule: scale(8),
      },
    ]),
    implied('阵地网络', 22, [
      {
        name: '市民学校',
        marks: 8,
        description: '市民学校有场地、有课表、有师资、有教学记录，全年正常开课。',
        rule: scale(8),
        method: 'site',
      },
      {
        name: '阅览室',
        marks: 6,
        description: '社区阅览室藏书 2000 册及以上，定期更新，每周开放时间向居民公布。',
        rule: steps(
          ['2000 册及以上', 6, '现有藏书 2000 册及以上，当年有更新，按公布的时间开放。'],
          ['1500 册及以上', 4, '现有藏书 1500 册及以上、不足 2000 册，按公布的时间开放。'],
          ['1000 册及以上', 2, '现有藏书 1000 册及以上、不足 1500 册；不足 1000 册的在此档内从低给分。'],
        ),
        method: 'site',
      },
      {
        name: '数字环境',
        marks: 8,
        description: '提供免费上网和数字学习终端，居民会用区级学习平台，对老年人有专门辅导。',
        rule: scale(8),
        method: 'site',
      },
    ]),
    implied('学习活动', 28, [
      {
        name: '一居一特课程',
        marks: 8,
        description: '开发至少一门体现本社区特点的课程，有教案、有学员、有评价。',
        rule: scale(8),
      },
      {
        name: '分群覆盖',
        marks: 10,
        description: '面向儿童青少年、在职人员、老年人、新居民和残疾人等分别安排学习活动。',
        rule: scale(10),
      },
      {
        name: '学习团队',
        marks: 10,
        description: '培育居民自主管理的学习团队，活动经常，有带头人，有展示有成果。',
        rule: scale(10),
        method: 'interview',
      },
    ]),
    implied('工作成效', 20, [
      {
        name: '参与率',
        marks: 8,
        description: '常住居民全年参加社区学习活动的比例达到 50% 及以上得满分，不足的按比例计分。',
        rule: ratioTo(50),
      },
      {
        name: '知晓与认同',
        marks: 6,
        description: '居民对学习型社区创建的知晓认同率 80% 及以上得满分。',
        rule: ratioTo(80),
        method: 'questionnaire',
      },
      {
        name: '满意率',
        marks: 6,
        description: '居民对社区学习服务的满意率 70% 及以上得满分。',
        rule: ratioTo(70),
        method: 'questionnaire',
      },
    ]),
    implied('特色', 10, [
      {
        name: '带动家庭',
        marks: 4,
        description: '带动居民家庭开展家庭学习，涌现学习型家庭并发挥示范作用。',
        rule: scale(4),
        evidence: false,
      },
      {
        name: '品牌或实验项目',
        marks: 6,
        description: '承担社区教育实验项目或形成学习品牌，有过程资料和成果。',
        rule: steps(
          ['市级及以上', 6, '承担市级及以上实验项目，或品牌获市级及以上认定，有文件和成果。'],
          ['区级', 4, '承担区级实验项目，或品牌获区级认定，有文件和成果。'],
          ['街道级', 2, '项目或品牌由街道认定，有过程资料。'],
        ),
      },
    ]),
  ],
});
