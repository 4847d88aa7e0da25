import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '#web/api/client.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Empty } from '#web/kit/states.tsx';
import { applicant } from '#web/messages/applicant.ts';
import { useTell } from '#web/messages/language.tsx';

type Unit = AnswerOf<'get', '/me/organizations'>['items'][number];

/** Where a unit, a family or a person is registered, and where one's own are listed. */
const REGISTER: string = '/units/register';
const UNITS: string = '/units';

/** Nobody applies without a unit: registers one, or waits until it is confirmed. */
export function NoUnit({ units }: { readonly units: readonly Unit[] }) {
  const tell = useTell();
  const pending = units.filter(({ status }) => status === 'pending');
  const [first] = pending;
  if (first) {
    const names = pending.map(({ name }) => name).join(tell(applicant.comma));
    return (
      <Empty title={applicant.pendingTitle} help={applicant.pendingHelp(names, first.recommender)}>
        <Link to={UNITS}>{tell(applicant.seeUnits)}</Link>
      </Empty>
    );
  }
  return (
    <Empty title={applicant.noUnitTitle} help={applicant.noUnitHelp}>
      <LinkButton primary to={REGISTER}>
        {tell(applicant.registerUnit)}
      </LinkButton>
    </Empty>
  );
}
