import { ListRow, ProposedList } from '#domain/selections';
import { CheckListInput, checkList } from '#services/lists/check';
import { DraftListInput, draftList } from '#services/lists/draft';
import { GetListInput, GetListVersionInput, getList, getListVersion } from '#services/lists/get';
import { SendBackListInput, sendBackList } from '#services/lists/send-back';
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
  act('/cycles/{cycleId}/list/send-back', {
    tag,
    zh: '退回名单（须说明理由）',
    en: 'Send the list back, with the reason',
    input: SendBackListInput,
    answer: ProposedList,
    run: sendBackList,
  }),
] as const;
