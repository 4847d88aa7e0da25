import { Button, Form, Tabs } from 'antd';
import { type ReactNode, useState } from 'react';
import type { NoticeText } from '#domain/publicity';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useErrorsInLanguage } from '#web/kit/form-language.ts';
import { Show, Trouble } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { publicity } from '#web/messages/publicity.ts';
import { NoticeForm } from './notice-form.tsx';
import { NoticePaper, type NoticeWords } from './notice-paper.tsx';
import { useNamedCounts } from './use-named.ts';

type Cycle = AnswerOf<'get', '/cycles/{cycleId}'>;

/** Drafting a notice: the offered text on one side, the document that it makes on the other. */
export function NoticeDraft({ cycle }: { readonly cycle: Cycle }) {
  const { cycleId } = cycle;
  const offer = useRead('/cycles/{cycleId}/notice-offer', { cycleId });
  const list = useRead('/cycles/{cycleId}/list', { cycleId, limit: 1 });
  return (
    <Show of={offer}>
      {(offered) => <Show of={list}>{({ list: read }) => <Draft cycle={cycle} offered={offered} list={read} />}</Show>}
    </Show>
  );
}

type DraftProps = {
  readonly cycle: Cycle;
  readonly offered: NoticeWords;
  readonly list: { readonly countsByCategory: Readonly<Record<string, number>>; readonly total: number };
};

function Draft({ cycle, offered, list }: DraftProps) {
  const tell = useTell();
  const { cycleId, basis, issuer, publicityId } = cycle;
  const [form] = Form.useForm<NoticeText>();
  useErrorsInLanguage(form);
  const [text, setText] = useState<NoticeWords>(offered);
  const draft = useAct('post', '/cycles/{cycleId}/publicity');
  const { data: window } = useRead('/cycles/{cycleId}/notice-window', { cycleId });
  const isSupplementary = publicityId !== undefined;
  return (
    <div className="stack">
      <div className="official-notice reading">
        {isSupplementary && <p>{tell(publicity.changedHelp)}</p>}
        <p>{tell(publicity.draftHelp)}</p>
      </div>
      <NoticeSides
        form={
          <NoticeForm
            form={form}
            initial={offered}
            onChange={setText}
            onFinish={(notice) => draft.mutate({ cycleId, notice })}
          />
        }
        paper={
          <NoticePaper
            notice={text}
            counts={useNamedCounts(list.countsByCategory)}
            total={list.total}
            basis={basis}
            issuer={issuer}
            window={window}
          />
        }
      />
      {draft.error && <Trouble error={draft.error} />}
      <div>
        <Button type="primary" htmlType="submit" form="notice" loading={draft.isPending}>
          {tell(publicity.saveDraft)}
        </Button>
      </div>
    </div>
  );
}

type SidesProps = { readonly form: ReactNode; readonly paper: ReactNode };

/** The text and the document, one behind the other: both are as wide as they are read. */
export function NoticeSides({ form, paper }: SidesProps) {
  const tell = useTell();
  return (
    <Tabs
      items={[
        {
          key: 'edit',
          label: tell(publicity.edit),
          children: <div className="reading">{form}</div>,
          forceRender: true,
        },
        { key: 'preview', label: tell(publicity.preview), children: paper },
      ]}
    />
  );
}
