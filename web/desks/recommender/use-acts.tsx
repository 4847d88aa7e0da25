import { Form, Input } from 'antd';
import { useRef } from 'react';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useTell } from '#web/messages/language.tsx';
import { cases } from '#web/messages/recommender.ts';

type Case = { readonly applicationId: string; readonly unit: string };

/** What the desks decide about one case, each told with its consequence before it is done. */
export function useActs({ applicationId, unit }: Case) {
  const tell = useTell();
  const ask = useConsequence();
  const recommend = useAct('post', '/applications/{applicationId}/recommend');
  const check = useAct('post', '/applications/{applicationId}/check');
  const opinion = useRef('');
  return {
    recommend: (seats: string | undefined) => {
      opinion.current = '';
      return ask({
        title: tell(cases.recommendTitle(unit)),
        consequence: (
          <>
            <p>{tell(cases.recommendConsequence)}</p>
            {seats && <p className="figures">{seats}</p>}
            <Form layout="vertical" component="div">
              <Form.Item label={tell(cases.opinionLabel)} htmlFor="opinion" style={{ margin: 0 }}>
                <Input.TextArea
                  id="opinion"
                  autoSize={{ minRows: 3, maxRows: 10 }}
                  maxLength={1000}
                  onChange={(event) => {
                    opinion.current = event.target.value;
                  }}
                />
              </Form.Item>
            </Form>
          </>
        ),
        verb: tell(cases.recommend),
        seal: true,
        act: () => recommend.mutateAsync({ applicationId, verdict: 'recommend', opinion: opinion.current.trim() }),
      });
    },
    decline: () =>
      ask({
        title: tell(cases.declineTitle(unit)),
        consequence: tell(cases.declineConsequence),
        verb: tell(cases.decline),
        reason: tell(cases.declineReason),
        seal: true,
        act: (reason) => recommend.mutateAsync({ applicationId, verdict: 'decline', opinion: reason }),
      }),
    accept: () =>
      ask({
        title: tell(cases.acceptTitle(unit)),
        consequence: tell(cases.acceptConsequence),
        verb: tell(cases.accept),
        seal: true,
        act: () => check.mutateAsync({ applicationId, verdict: 'accept', reason: '' }),
      }),
    reject: () =>
      ask({
        title: tell(cases.rejectTitle(unit)),
        consequence: tell(cases.rejectConsequence),
        verb: tell(cases.reject),
        reason: tell(cases.rejectReason),
        seal: true,
        act: (reason) => check.mutateAsync({ applicationId, verdict: 'reject', reason }),
      }),
  };
}
