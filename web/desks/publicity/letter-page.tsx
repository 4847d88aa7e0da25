import { getRouteApi } from '@tanstack/react-router';
import { Button, DatePicker, Form } from 'antd';
import type { Dayjs } from 'dayjs';
import { useMemo } from 'react';
import { defectsOf } from '#domain/objections';
import { useAll } from '#web/api/all.ts';
import { Problem } from '#web/api/problem.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useErrorsInLanguage } from '#web/kit/form-language.ts';
import { LinkButton } from '#web/kit/link-button.tsx';
import { Page } from '#web/kit/page.tsx';
import { Trouble } from '#web/kit/states.tsx';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { objections } from '#web/messages/objections.ts';
import { publicity } from '#web/messages/publicity.ts';
import { useCycleCrumb } from './cycle-crumb.ts';
import { ObjectorFields, TargetFields } from './objection-fields.tsx';
import { filedOf, type ObjectionFields, placeOf } from './objection-form.ts';
import './document.css';

const route = getRouteApi('/desk/publicities/$publicityId/letter');

type Fields = ObjectionFields & { readonly postmark?: Dayjs };
const dayOf = (postmark: Dayjs | undefined): string | undefined => postmark?.format('YYYY-MM-DD');

/** The office enters a letter as it is; what it lacks decides whether it is admissible. */
export function LetterPage() {
  const tell = useTell();
  const navigate = route.useNavigate();
  const { publicityId } = route.useParams();
  const [form] = Form.useForm<Fields>();
  useErrorsInLanguage(form);
  const read = useRead('/publicities/{publicityId}', { publicityId });
  const { cycleId = '', listId = '', lastDay = '' } = read.data ?? {};
  const crumbs = useCycleCrumb(cycleId);
  const rows = useAll('/cycles/{cycleId}/lists/{listId}', { cycleId, listId }, { when: listId !== '' });
  const entries = useMemo(
    () => (rows.data?.items ?? []).map(({ applicationId: value, organizationName: label }) => ({ value, label })),
    [rows.data],
  );
  const enter = useAct('post', '/publicities/{publicityId}/objections', {
    done: ({ objectionId }) => void navigate({ to: '/objections/$objectionId', params: { objectionId } }),
  });
  const send = ({ postmark, ...fields }: Fields): void => {
    const postmarkedOn = dayOf(postmark);
    const letter = { publicityId, ...filedOf(fields), ...(postmarkedOn && { postmarkedOn }) };
    enter.mutate(letter, {
      onError: (error) => {
        for (const field of error instanceof Problem ? error.fields : []) {
          const name = placeOf(field.path, fields.by);
          if (name) form.setFields([{ name, errors: [tell(field)] }]);
        }
      },
    });
  };
  if (read.error && !read.data) return <Trouble error={read.error} retry={() => read.refetch()} />;
  return (
    <Page
      title={tell(objections.letter)}
      width="reading"
      crumbs={[...crumbs, { label: tell(publicity.title), to: `/publicities/${publicityId}` }]}
    >
      <p className="quiet">{tell(objections.letterHelp)}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ about: 'entry', by: 'person' }}
        scrollToFirstError={{ focus: true }}
        onFinish={send}
      >
        <section className="card" style={{ marginBottom: 16 }}>
          <Form.Item name="postmark" label={tell(objections.postmark)} extra={tell(objections.postmarkHelp)}>
            <DatePicker />
          </Form.Item>
          <TargetFields form={form} entries={entries} />
        </section>
        <section className="card" style={{ marginBottom: 16 }}>
          <ObjectorFields form={form} lax />
        </section>
        <Defects lastDay={lastDay} />
        {enter.error && <Trouble error={enter.error} />}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={enter.isPending}>
            {tell(objections.enter)}
          </Button>
          <LinkButton to="/publicities/$publicityId" params={{ publicityId }}>
            {tell(kit.cancel)}
          </LinkButton>
        </div>
      </Form>
    </Page>
  );
}

/** What makes the letter inadmissible as it is entered, by the domain's own rule. */
function Defects({ lastDay }: { readonly lastDay: string }) {
  const tell = useTell();
  const fields = Form.useWatch([]) as Fields | undefined;
  if (!fields?.by || !lastDay) return null;
  const { objector } = filedOf({ ...fields, grounds: fields.grounds ?? '' });
  const letter = { postmarkedOn: dayOf(fields.postmark) };
  const found = defectsOf({ objector, sealed: fields.sealFileId !== undefined, letter, lastDay });
  if (found.length === 0) return null;
  return (
    <div className="official-notice warn" role="status" style={{ marginBottom: 16 }}>
      <p>{tell(objections.enteredDefects)}</p>
      <ul className="official-changes">
        {found.map((defect) => (
          <li key={defect}>{tell(objections.defectWords[defect])}</li>
        ))}
      </ul>
    </div>
  );
}
