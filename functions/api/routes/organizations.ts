import { Organization } from '#domain/organizations';
import { ConfirmInput, confirmOrganization } from '#services/organizations/confirm';
import { EnterTitleInput, enterTitle } from '#services/organizations/enter-title';
import { getOrganization, OrganizationRef } from '#services/organizations/get';
import { ListOrganizationsInput, listOrganizations } from '#services/organizations/list';
import { ownOrganizations } from '#services/organizations/own';
import { RegisterInput, registerOrganization } from '#services/organizations/register';
import { SetAdvisersInput, setAdvisers } from '#services/organizations/set-advisers';
import { act, make, read, replace } from '../route.ts';
import { listOf, nothing, pageOf, version } from '../shapes.ts';

const tag = '申报主体 organizations';
const answer = Organization.extend({ version: version.optional() });

export const organizationRoutes = [
  make('/organizations', {
    tag,
    zh: '单位注册',
    en: 'Register an organization',
    input: RegisterInput,
    answer,
    run: registerOrganization,
  }),
  read('/organizations', {
    tag,
    zh: '待核实及已核实单位',
    en: 'Organizations by status',
    input: ListOrganizationsInput,
    answer: pageOf(answer),
    run: listOrganizations,
  }),
  read('/me/organizations', {
    tag,
    zh: '我的单位',
    en: 'My organizations',
    input: nothing,
    answer: listOf(answer),
    run: ownOrganizations,
  }),
  read('/organizations/{organizationId}', {
    tag,
    zh: '单位信息',
    en: 'An organization',
    input: OrganizationRef,
    answer,
    run: getOrganization,
  }),
  act('/organizations/{organizationId}/confirm', {
    tag,
    zh: '核实单位授权',
    en: 'Confirm the letter of authority, or refuse it',
    input: ConfirmInput,
    answer,
    run: confirmOrganization,
  }),
  act('/organizations/{organizationId}/titles', {
    tag,
    zh: '登记以往获得的称号',
    en: 'Enter a title from before this system',
    input: EnterTitleInput,
    answer,
    run: enterTitle,
  }),
  replace('/organizations/{organizationId}/advisers', {
    tag,
    zh: '登记为本单位提供辅导的机构',
    en: 'Which firms advised the unit',
    input: SetAdvisersInput,
    answer,
    run: setAdvisers,
  }),
] as const;
