import { Button, Form, Input } from 'antd';
import { Problem } from '#web/api/problem.ts';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { decisions } from '#web/messages/decisions.ts';
import { useTell } from '#web/messages/language.tsx';
import './document.css';

type Fields = { readonly background?: string; readonly hope?: string };

/** Drafting the decision: the office words what frames it, the system writes what is counted. */
export function DecisionDraft({ cycleId, again = false }: { readonly cycleId: string; readonly again?: boolean }) {
  const tell = useTell();
  const ask = useConsequence();
  const [form] = Form.useForm<Fields>();
  const draft = useAct('post', '/cycles/{cycleId}/decision');
  const send = ({ background = '', hope = '' }: Fields): void => {
    const words = { ...(background.trim() && { background }), ...(hope.trim() && { hope }) };
    void ask({
      title: tell(decisions.draftTitle),
      consequence: tell(decisions.draftText),
      verb: tell(decisions.draft),
      act: () => draft.mutateAsync({ cycleId, words }).catch(marked),
    });
  };
  const marked = (error: unknown): never => {
    for (const { path, zh, en } of error instanceof Problem ? error.fields : []) {
      const name = path === 'words.hope' ? 'hope' : 'background';
      form.setFields([{ name, errors: [tell({ zh, en })] }]);
    }
    throw error;
  };
  return (
    <section className="card reading" aria-label={tell(decisions.draft)}>
      <h2 style={{ marginBottom: 8 }}>{tell(again ? decisions.draftAgain : decisions.ready)}</h2>
      <p className="quiet">{tell(decisions.draftHelp)}</p>
      <Form<Fields> form={form} layout="vertical" onFinish={send}>
        <Form.Item name="background" label={tell(decisions.background)}>
          <Input.TextArea autoSize={{ minRows: 3 }} maxLength={2000} />
        </Form.Item>
        <Form.Item name="hope" label={tell(decisions.hope)}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {tell(again ? decisions.draftAgain : decisions.draft)}
        </Button>
      </Form>
    </section>
  );
}
