import { App, Button } from 'antd';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';
import type { CaseView } from './case-page.tsx';

/** The applicant takes the case back, at the foot of the page, away from what is done every day. */
export function Withdraw({ application }: { readonly application: CaseView['application'] }) {
  const tell = useTell();
  const ask = useConsequence();
  const { message } = App.useApp();
  const withdraw = useAct('post', '/applications/{applicationId}/withdraw', {
    done: () => void message.success(tell(applicant.withdrawn)),
  });
  const { applicationId, organizationName = '' } = application;
  return (
    <div style={{ marginTop: 24 }}>
      <Button
        danger
        type="text"
        onClick={() =>
          ask({
            title: tell(applicant.withdrawTitle),
            consequence: tell(applicant.withdrawText(organizationName)),
            verb: tell(applicant.withdraw),
            reason: tell(applicant.withdrawReason),
            seal: true,
            act: (reason) => withdraw.mutateAsync({ applicationId, reason }),
          })
        }
      >
        {tell(applicant.withdraw)}
      </Button>
    </div>
  );
}
