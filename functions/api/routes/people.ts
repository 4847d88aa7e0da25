import { Person } from '#domain/people';
import { EnrolInput, enrol } from '#services/people/enrol';
import { GrantInput, grant } from '#services/people/grant';
import { ListPeopleInput, listPeople } from '#services/people/list';
import { me } from '#services/people/me';
import { PeopleNamesInput, PersonNamed, peopleNames } from '#services/people/names';
import { SetEmailInput, setEmail } from '#services/people/set-email';
import { act, make, read, replace } from '../route.ts';
import { listOf, nothing, pageOf, version } from '../shapes.ts';

const tag = '人员 people';
const answer = Person.extend({ version: version.optional() });

export const peopleRoutes = [
  read('/me', { tag, zh: '我的身份与角色', en: 'Who I am and which roles I hold', input: nothing, answer, run: me }),
  make('/me', {
    tag,
    zh: '登记本人信息并同意隐私告知',
    en: 'Make myself known, with consent',
    input: EnrolInput,
    answer,
    run: (ctx, input, signIn) => enrol(ctx, signIn.username, input),
  }),
  replace('/me/email', { tag, zh: '设置通知邮箱', en: 'Set my address', input: SetEmailInput, answer, run: setEmail }),
  read('/people', {
    tag,
    zh: '按用户名、姓名或角色查找人员',
    en: 'Find people by user name, name or role',
    input: ListPeopleInput,
    answer: pageOf(answer),
    run: listPeople,
  }),
  read('/people/names', {
    tag,
    zh: '人员编号对应的姓名',
    en: 'What people are called, by their ids',
    input: PeopleNamesInput,
    answer: listOf(PersonNamed),
    run: peopleNames,
  }),
  act('/people/{personId}/grants', {
    tag,
    zh: '设置人员角色',
    en: "Set a person's roles",
    input: GrantInput,
    answer,
    run: grant,
  }),
] as const;
