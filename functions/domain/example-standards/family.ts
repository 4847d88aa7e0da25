import { exampleStandard, implied, less, scale, steps } from './build.ts';

/** 学习型家庭 (domain.md §8). Little evidence is asked: what a family owns and does is seen on the visit. */
export const familyStandard = exampleStandard({
  categoryId: 'family',
  name: '学习型家庭评估标准',
  note: '不得要求家庭提供收入证明或未成年人的个人资料。',
  indicators: [
    implied('美德与意识', 20, [
      {
        name: '守法和睦',
        marks: 8,
        description: '家庭成员遵纪守法，尊老爱幼，邻里和睦。',
        rule: less(['邻里纠纷经调解不改', 3], ['违反治安管理', 8]),
        method: 'interview',
        evidence: false,
        veto: true,
      },
      {
        name: '终身学习理念',
        marks: 12,
        description: '家庭成员认同终身学习，有共同的学习愿望和家风家训。',
        rule: scale(12),
        method: 'interview',
        evidence: false,
      },
    ]),
    implied('学习条件', 20, [
      {
        name: '藏书',
        marks: 10,
        description: '家庭藏书 800 册及以上得 10 分，300 册及以上得 6 分；常用的电子书可以折算。',
        rule: steps(
          ['800 册及以上', 10, '现有藏书连同折算的电子书 800 册及以上，家人常读。'],
          ['300 册及以上', 6, '现有藏书连同折算的电子书 300 册及以上、不足 800 册。'],
          ['不足 300 册', 3, '现有藏书不足 300 册，以社区或公共图书馆借阅补充。'],
        ),
        method: 'site',
      },
      {
        name: '空间与终端',
        marks: 5,
        description: '有相对固定的学习空间，有可用于学习的电脑、平板等终端。',
        rule: scale(5),
        method: 'site',
      },
      {
        name: '学习支出',
        marks: 5,
        description: '每年有购书订报、参加培训等学习支出，与家庭条件相称。',
        rule: scale(5),
        method: 'interview',
        evidence: false,
      },
    ]),
    implied('学习行为', 30, [
      {
        name: '学习计划',
        marks: 8,
        description: '家庭和成员有年度学习计划，能坚持并有回顾。',
        rule: scale(8),
      },
      {
        name: '父母带头',
        marks: 8,
        description: '父母或长辈带头学习，每周有固定的学习时间。',
        rule: scale(8),
        method: 'interview',
        evidence: false,
      },
      {
        name: '互动共学',
        marks: 8,
        description: '经常开展亲子共读、家庭讨论、代际互学等活动。',
        rule: scale(8),
        method: 'interview',
      },
      {
        name: '社区参与',
        marks: 6,
        description: '参加社区学习活动或志愿服务，每年不少于四次。',
        rule: steps(
          ['四次及以上', 6, '当年参加社区学习活动或志愿服务四次及以上，社区有记录。'],
          ['二至三次', 4, '当年参加二至三次，社区有记录。'],
          ['一次', 2, '当年参加一次，社区有记录。'],
        ),
      },
    ]),
    implied('成果', 20, [
      {
        name: '学以致用',
        marks: 10,
        description: '学习带来工作、生活上的进步，有具体事例。',
        rule: scale(10),
        method: 'interview',
      },
      {
        name: '证书与作品',
        marks: 10,
        description: '家庭成员取得学历、技能证书，或有作品、奖项。',
        rule: scale(10),
      },
    ]),
    implied('示范带动', 10, [
      {
        name: '示范带动',
        marks: 10,
        description: '带动邻里和亲友学习，在社区分享经验。',
        rule: scale(10),
        method: 'interview',
      },
    ]),
  ],
});
