import { App, DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { awardTransitions } from '#domain/decisions';
import { serverNow } from '#web/api/clock.ts';
import { useAct } from '#web/api/queries.ts';
import { Trouble } from '#web/kit/states.tsx';
import { Status } from '#web/kit/status.tsx';
import { shanghaiDay } from '#web/kit/time.tsx';
import { awards } from '#web/messages/awards.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Award } from './awards-page.tsx';

const verdicts = ['keep', 'rectify', 'revoke'] as const;
type Verdict = (typeof verdicts)[number];
type Fields = { readonly verdict: Verdict; readonly reason: string; readonly rectifyBy?: Dayjs };

/** No re-review runs: the title can only be revoked. */
export const isFree = ({ status }: Pick<Award, 'status'>): boolean => status === 'valid';

/** The verdicts that a title in this state may get. */
export const verdictsOf = (status: Award['status']): Verdict[] =>
  verdicts.filter((verdict) => (awardTransitions[verdict].from as readonly string[]).includes(status));

/** Keep, order rectification or revoke, with the reason, by the head of the office. */
export function ReReview({ award, close }: { readonly award: Award; readonly close: () => void }) {
  const tell = useTell();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const verdict = Form.useWatch('verdict', form);
  const { certificateNumber, organizationName, status, reReviewAt, rectifyBy, reason: lastReason } = award;
  const decide = useAct('post', '/awards/{certificateNumber}/re-review', {
    done: () => {
      void message.success(tell(awards.decided));
      close();
    },
  });
  const send = ({ verdict: chosen, reason, rectifyBy }: Fields): void =>
    decide.mutate({
      certificateNumber,
      verdict: chosen,
      reason,
      ...(chosen === 'rectify' && rectifyBy && { rectifyBy: `${rectifyBy.format('YYYY-MM-DD')}T23:59:59.000+08:00` }),
    });
  const texts = { keep: awards.keepText, rectify: awards.rectifyText, revoke: awards.revokeText } as const;
  return (
    <Modal
      open
      title={tell((isFree(award) ? awards.revokeOf : awards.decideOf)(organizationName))}
      okText={verdict ? tell(awards[verdict]) : tell(kit.confirm)}
      cancelText={tell(kit.cancel)}
      okButtonProps={{ danger: true, htmlType: 'submit', form: 're-review' }}
      confirmLoading={decide.isPending}
      mask={{ closable: false }}
      onCancel={close}
    >
      <p className="row">
        <Status state={status} /> <span className="figures">{certificateNumber}</span>
        <span className="quiet figures">
          {status === 'rectifying' && rectifyBy
            ? tell(awards.rectifyDue(shanghaiDay(Date.parse(rectifyBy))))
            : tell(awards.dueAt(reReviewAt.slice(0, 10)))}
        </span>
      </p>
      {lastReason && (
        <p className="quiet as-written">
          {tell(awards.lastReason)} <span lang="zh-CN">{lastReason}</span>
        </p>
      )}
      <Form<Fields> form={form} id="re-review" layout="vertical" onFinish={send}>
        <Form.Item
          name="verdict"
          label={tell(isFree(award) ? awards.freeVerdict : awards.verdict)}
          rules={[{ required: true, message: tell(awards.verdictWanted) }]}
          {...(verdict && { extra: tell(texts[verdict]) })}
        >
          <Radio.Group options={verdictsOf(status).map((value) => ({ value, label: tell(awards[value]) }))} />
        </Form.Item>
        {verdict === 'rectify' && (
          <Form.Item
            name="rectifyBy"
            label={tell(awards.rectifyBy)}
            rules={[{ required: true, message: tell(awards.rectifyByWanted) }]}
          >
            <DatePicker disabledDate={(day) => day.isBefore(dayjs(serverNow()), 'day')} />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={tell(kit.reason)}
          rules={[{ required: true, whitespace: true, message: tell(kit.reasonWanted) }]}
        >
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={1000} />
        </Form.Item>
      </Form>
      {decide.error && <Trouble error={decide.error} />}
    </Modal>
  );
}
