import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { isInReview } from '#domain/applications';
import { stands, type Veto, vetoGrounds } from '#domain/reviews';
import { isTimeFor } from '#domain/stages';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { EntryDialog } from '#web/kit/entry-dialog.tsx';
import { Show } from '#web/kit/states.tsx';
import { When } from '#web/kit/time.tsx';
import { caseReview as m } from '#web/messages/assignment-case.ts';
import { useTell } from '#web/messages/language.tsx';
import type { OfCase } from './case-review.tsx';

const mayVeto = (of: OfCase): boolean => of.mayAct && isTimeFor('veto', of.cycle) && isInReview(of);

/** 一票否决: with ground, source, evidence and day; sealed in red, withdrawn with a reason. */
export function CaseVetoes({ of }: { readonly of: OfCase }) {
  const { applicationId } = of;
  const tell = useTell();
  const [isOpen, setOpen] = useState(false);
  const read = useRead('/applications/{applicationId}/entries', { applicationId });
  return (
    <section className="card stack" aria-label={tell(m.vetoes)}>
      <div className="row spread">
        <h2>{tell(m.vetoes)}</h2>
        {mayVeto(of) && (
          <Button danger onClick={() => setOpen(true)}>
            {tell(m.enterVeto)}
          </Button>
        )}
      </div>
      <Show of={read} rows={2}>
        {({ vetoes }) =>
          vetoes.length === 0 ? (
            <p className="quiet">{tell(m.noVetoes)}</p>
          ) : (
            <ul className="stack" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
              {vetoes.map((veto) => (
                <One key={veto.vetoId} of={of} veto={veto} />
              ))}
            </ul>
          )
        }
      </Show>
      <VetoDialog of={of} isOpen={isOpen} close={() => setOpen(false)} />
    </section>
  );
}

function One({ of, veto }: { readonly of: OfCase; readonly veto: Veto }) {
  const { vetoId, ground, source, evidence, occurredOn, at, withdrawn } = veto;
  const { applicationId } = of;
  const tell = useTell();
  const consequence = useConsequence();
  const withdraw = useAct('post', '/applications/{applicationId}/vetoes/{vetoId}/withdraw');
  return (
    <li className="assignment-line">
      <div className="row spread">
        <strong style={withdrawn ? { textDecoration: 'line-through' } : { color: 'var(--seal)' }}>
          {tell(m.grounds[ground])}
        </strong>
        <When at={at} />
      </div>
      <dl className="facts">
        <dt>{tell(m.source)}</dt>
        <dd>{source}</dd>
        <dt>{tell(m.evidence)}</dt>
        <dd>{evidence}</dd>
        <dt>{tell(m.occurredOn)}</dt>
        <dd className="figures">{occurredOn}</dd>
        {withdrawn && (
          <>
            <dt>{tell(m.withdrawn)}</dt>
            <dd>{withdrawn.reason}</dd>
          </>
        )}
      </dl>
      {mayVeto(of) && stands(veto) && (
        <Button
          size="small"
          onClick={() =>
            consequence({
              title: tell(m.withdrawVetoTitle),
              consequence: tell(m.withdrawVetoConsequence),
              verb: tell(m.withdrawEntry),
              seal: true,
              reason: true,
              act: (reason) => withdraw.mutateAsync({ applicationId, vetoId, reason }),
            })
          }
        >
          {tell(m.withdrawEntry)}
        </Button>
      )}
    </li>
  );
}

type DialogProps = { readonly of: OfCase; readonly isOpen: boolean; readonly close: () => void };
type Values = Pick<Veto, 'ground' | 'source' | 'evidence' | 'occurredOn'>;

function VetoDialog({ of: { applicationId }, isOpen, close }: DialogProps) {
  const tell = useTell();
  const { message } = App.useApp();
  const enter = useAct('post', '/applications/{applicationId}/vetoes', {
    done: () => void message.success(tell(m.done)),
  });
  return (
    <EntryDialog<Values>
      isOpen={isOpen}
      close={close}
      title={tell(m.enterVeto)}
      help={tell(m.vetoHelp)}
      verb={tell(m.vetoVerb)}
      seal
      act={(values) => enter.mutateAsync({ applicationId, ...values })}
    >
      {() => (
        <>
          <Form.Item name="ground" label={tell(m.ground)} rules={[{ required: true }]}>
            <Select options={vetoGrounds.map((value) => ({ value, label: tell(m.grounds[value]) }))} />
          </Form.Item>
          <Form.Item name="source" label={tell(m.source)} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
          </Form.Item>
          <Form.Item name="evidence" label={tell(m.evidence)} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
          </Form.Item>
          <Form.Item name="occurredOn" label={tell(m.occurredOn)} rules={[{ required: true }]}>
            <Input type="date" />
          </Form.Item>
        </>
      )}
    </EntryDialog>
  );
}
