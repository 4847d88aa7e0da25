import { ListRow, ProposedList } from '#domain/selections';
import { CheckListInput, checkList } from '#services/lists/check';
import { DraftListInput, draftList } from '#services/lists/draft';
import { GetListInput, GetListVersionInput, getList, getListVersion } from '#services/lists/get';
import { act, make, read } from '../route.ts';
import { pageOf } from '../shapes.ts';

const tag = '名单 lists';

export const listRoutes = [
  make('/cycles/{cycleId}/list', {
    tag,
    zh: '拟定拟命名名单',
    en: 'Draft the proposed list',
    input: DraftListInput,
    answer: ProposedList,
    run: draftList,
  }),
  read('/cycles/{cycleId}/list', {
    tag,
    zh: '拟命名名单',
    en: 'The proposed list, page by page',
    input: GetListInput,
    answer: pageOf(ListRow).extend({ list: ProposedList }),
    run: getList,
  }),
  read('/cycles/{cycleId}/lists/{listId}', {
    tag,
    zh: '某一版拟命名名单',
    en: 'One version of the proposed list, page by page',
    input: GetListVersionInput,
    answer: pageOf(ListRow).extend({ list: ProposedList }),
    run: getListVersion,
  }),
  act('/cycles/{cycleId}/list/check', {
    tag,
    zh: '复核名单',
    en: 'Check the list',
    input: CheckListInput,
    answer: ProposedList,
    run: checkList,
  }),
] as const;
