import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { mostAvoidances } from '#domain/avoidances';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { EntryDialog } from '#web/kit/entry-dialog.tsx';
import { Show } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { When } from '#web/kit/time.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';

type Props = { readonly applicationId: string; readonly mayFile: boolean };

/** Experts whom the unit does not want to be reviewed by. */
export function Avoidances({ applicationId, mayFile }: Props) {
  const tell = useTell();
  const [isFiling, setFiling] = useState(false);
  const read = useRead('/applications/{applicationId}/avoidances', { applicationId });
  return (
    <Show of={read} rows={1}>
      {({ items }) => {
        if (items.length === 0 && !mayFile) return null;
        const filed = items.filter(({ status }) => status === 'filed').length;
        return (
          <section className="card">
            <div className="row spread">
              <h2>{tell(applicant.avoidances)}</h2>
              {mayFile && filed < mostAvoidances && (
                <Button onClick={() => setFiling(true)}>{tell(applicant.avoidanceFile)}</Button>
              )}
            </div>
            {mayFile && <p className="quiet">{tell(applicant.avoidancesHelp(mostAvoidances))}</p>}
            {items.map((avoidance) => (
              <Line key={avoidance.avoidanceId} avoidance={avoidance} {...{ applicationId, mayFile }} />
            ))}
            <Filing applicationId={applicationId} isOpen={isFiling} close={() => setFiling(false)} />
          </section>
        );
      }}
    </Show>
  );
}

type Avoidance = AnswerOf<'get', '/applications/{applicationId}/avoidances'>['items'][number];

function Line({ avoidance, applicationId, mayFile }: Props & { readonly avoidance: Avoidance }) {
  const tell = useTell();
  const ask = useConsequence();
  const { avoidanceId, expertName, expertOrganization, reason, status, filedAt, refusal } = avoidance;
  const withdraw = useAct('post', '/applications/{applicationId}/avoidances/{avoidanceId}/withdraw', {
    changes: ['/applications/{applicationId}/avoidances'],
  });
  return (
    <div className="paper-field">
      <div className="row spread">
        <span className="row">
          <strong>{expertName}</strong>
          <span className="quiet">{expertOrganization}</span>
        </span>
        <span className="row">
          <Status state={status} />
          <When at={filedAt} />
          {status === 'filed' && mayFile && (
            <Button
              size="small"
              onClick={() =>
                ask({
                  title: tell(applicant.avoidanceWithdrawTitle),
                  consequence: tell(applicant.avoidanceWithdrawText(expertName)),
                  verb: tell(applicant.avoidanceWithdraw),
                  act: () => withdraw.mutateAsync({ applicationId, avoidanceId }),
                })
              }
            >
              {tell(applicant.avoidanceWithdraw)}
            </Button>
          )}
        </span>
      </div>
      <p className="as-written">{reason}</p>
      {refusal && <p className="paper-returned">{tell(applicant.avoidanceRefused(refusal.reason))}</p>}
    </div>
  );
}

type Filled = { readonly expertName: string; readonly expertOrganization: string; readonly reason: string };

function Filing({ applicationId, isOpen, close }: { applicationId: string; isOpen: boolean; close: () => void }) {
  const tell = useTell();
  const file = useAct('post', '/applications/{applicationId}/avoidances', {
    changes: ['/applications/{applicationId}/avoidances'],
  });
  const rules = [{ required: true, whitespace: true, message: tell(applicant.fieldRequired) }];
  return (
    <EntryDialog<Filled>
      isOpen={isOpen}
      close={close}
      title={tell(applicant.avoidanceFile)}
      verb={tell(applicant.avoidanceVerb)}
      act={(filled) => file.mutateAsync({ applicationId, ...filled })}
    >
      {() => (
        <>
          <Form.Item name="expertName" label={tell(applicant.expertName)} rules={rules}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="expertOrganization" label={tell(applicant.expertOrganization)} rules={rules}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name="reason" label={tell(applicant.avoidanceReason)} rules={rules}>
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={1000} />
          </Form.Item>
        </>
      )}
    </EntryDialog>
  );
}
