import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { isInReview } from '#domain/applications';
import { type Component, stands } from '#domain/reviews';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { EntryDialog } from '#web/kit/entry-dialog.tsx';
import { Show } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { caseReview as m } from '#web/messages/assignment-case.ts';
import { useTell } from '#web/messages/language.tsx';
import type { OfCase } from './case-review.tsx';
import { usePool } from './known.ts';
import { ExpertPicker } from './pickers.tsx';
import { ScanView } from './scan-view.tsx';
import { SheetField } from './sheet-field.tsx';

type Kind = Component['component'];
export type Entries = AnswerOf<'get', '/applications/{applicationId}/entries'>;
type Recorded = Entries['components'][number];

export const isEntering = (of: OfCase): boolean => of.mayAct && of.isOpen && isInReview(of);

/** 实地考察 (without a team) and 满意度: recorded, waiting for confirmation, withdrawn. */
export function CaseComponents({ of }: { readonly of: OfCase }) {
  const { applicationId, category } = of;
  const read = useRead('/applications/{applicationId}/entries', { applicationId });
  const kinds: readonly Kind[] = category?.siteTeam === undefined ? ['site', 'satisfaction'] : ['satisfaction'];
  return kinds.map((kind) => (
    <Show key={kind} of={read} rows={2}>
      {({ components }) => (
        <OneComponent of={of} kind={kind} recorded={components.find(({ component }) => component === kind)} />
      )}
    </Show>
  ));
}

const words = {
  site: { title: m.site, act: m.recordSite, help: m.recordSiteHelp },
  satisfaction: { title: m.satisfaction, act: m.recordSatisfaction, help: m.recordSatisfactionHelp },
} as const;

type OneProps = { readonly of: OfCase; readonly kind: Kind; readonly recorded: Recorded | undefined };

function OneComponent({ of, kind, recorded }: OneProps) {
  const tell = useTell();
  const [isOpen, setOpen] = useState(false);
  const weight = of.category?.weights[kind] ?? 0;
  const mayEnter = isEntering(of) && weight > 0;
  const isStanding = recorded !== undefined && stands(recorded);
  return (
    <section className="card stack" aria-label={tell(words[kind].title)}>
      <div className="row spread">
        <h2>{tell(words[kind].title)}</h2>
        <span className="quiet figures">{tell(weight > 0 ? m.weight(weight) : m.notWeighted)}</span>
      </div>
      {recorded ? <Shown recorded={recorded} /> : weight > 0 && <p className="quiet">{tell(m.notRecorded)}</p>}
      {mayEnter && (
        <div className="row">
          <Button onClick={() => setOpen(true)} aria-label={tell(words[kind].act)}>
            {tell(isStanding ? m.correct : m.record)}
          </Button>
          {isStanding && <WithdrawComponent of={of} kind={kind} />}
        </div>
      )}
      <RecordDialog of={of} kind={kind} recorded={recorded} isOpen={isOpen} close={() => setOpen(false)} />
    </section>
  );
}

function Shown({ recorded }: { readonly recorded: Recorded }) {
  const tell = useTell();
  const { nameOf } = usePool();
  const { component, score, source, reviewerId, fileId, enteredAt, confirmedAt, withdrawn } = recorded;
  const state = component === 'satisfaction' ? m.entered : confirmedAt ? m.confirmed : m.waitsFor;
  return (
    <>
      <p style={withdrawn ? { textDecoration: 'line-through' } : undefined}>
        <strong className="figures" style={{ fontSize: 20 }}>
          {score}
        </strong>{' '}
        <span className="quiet">{source}</span>
      </p>
      <dl className="facts">
        {reviewerId && (
          <>
            <dt>{tell(m.signedBy)}</dt>
            <dd>{nameOf(reviewerId)}</dd>
          </>
        )}
        <dt>{tell(m.state)}</dt>
        <dd>
          {withdrawn ? `${tell(m.withdrawn)} · ${withdrawn.reason}` : tell(state)} ·{' '}
          <When at={withdrawn?.at ?? confirmedAt ?? enteredAt} />
        </dd>
      </dl>
      {fileId && <ScanView fileId={fileId} />}
    </>
  );
}

function WithdrawComponent({ of: { applicationId }, kind }: { readonly of: OfCase; readonly kind: Kind }) {
  const tell = useTell();
  const consequence = useConsequence();
  const withdraw = useAct('post', '/applications/{applicationId}/components/{component}/withdraw');
  return (
    <Button
      aria-label={tell(m.withdrawOf(tell(words[kind].title), ''))}
      onClick={() =>
        consequence({
          title: tell(m.withdrawComponentTitle),
          consequence: tell(m.withdrawConsequence),
          verb: tell(m.withdrawEntry),
          seal: true,
          reason: true,
          act: (reason) => withdraw.mutateAsync({ applicationId, component: kind, reason }),
        })
      }
    >
      {tell(m.withdrawEntry)}
    </Button>
  );
}

type RecordProps = OneProps & { readonly isOpen: boolean; readonly close: () => void };
type Values = {
  readonly score: string;
  readonly source: string;
  readonly reviewerId?: string;
  readonly fileId?: string;
};

function RecordDialog({ of: { applicationId }, kind, recorded, isOpen, close }: RecordProps) {
  const tell = useTell();
  const { message } = App.useApp();
  const record = useAct('post', '/applications/{applicationId}/components', {
    done: () => void message.success(tell(m.done)),
  });
  return (
    <EntryDialog<Values>
      isOpen={isOpen}
      close={close}
      title={tell(words[kind].act)}
      help={tell(words[kind].help)}
      verb={tell(m.record)}
      initial={
        recorded ? { source: recorded.source, ...(recorded.reviewerId && { reviewerId: recorded.reviewerId }) } : {}
      }
      act={({ score, source, reviewerId, fileId }) =>
        record.mutateAsync({
          applicationId,
          component: kind,
          score,
          source,
          ...(reviewerId && { reviewerId }),
          ...(fileId && { fileId }),
        })
      }
    >
      {(form) => (
        <>
          {kind === 'site' && (
            <>
              <Form.Item name="reviewerId" label={tell(m.signedBy)} rules={[{ required: true }]}>
                <ExpertPicker
                  id="reviewerId"
                  label={tell(m.signedBy)}
                  onChange={(chosen) => form.setFieldValue('reviewerId', chosen)}
                />
              </Form.Item>
              <SheetField applicationId={applicationId} label={tell(m.signedSheet)} />
            </>
          )}
          <Form.Item name="score" label={tell(m.score)} rules={[{ required: true }]}>
            <Input inputMode="decimal" className="figures" maxLength={6} />
          </Form.Item>
          <Form.Item
            name="source"
            label={tell(m.source)}
            extra={tell(m.sourceHelp)}
            rules={[{ required: true, whitespace: true }]}
          >
            <Input maxLength={500} />
          </Form.Item>
        </>
      )}
    </EntryDialog>
  );
}
