import { Form, type FormInstance, Input } from 'antd';
import { NoticeText } from '#domain/publicity';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { publicity } from '#web/messages/publicity.ts';
import type { NoticeWords } from './notice-paper.tsx';

const long = ['process', 'channels', 'requirements', 'notAdmitted', 'confidentiality'] as const;
const short = ['address', 'postcode', 'phone', 'supervisorPhone'] as const;
type Name = keyof NoticeText;

type NoticeFormProps = {
  readonly form: FormInstance<NoticeText>;
  readonly initial: NoticeWords;
  readonly onChange?: (text: NoticeWords) => void;
  readonly onFinish: (text: NoticeText) => void;
};

/** The text of a notice. The domain's own schema tells what is wrong with a field. */
export function NoticeForm({ form, initial, onChange, onFinish }: NoticeFormProps) {
  const tell = useTell();
  const rules = useRules();
  return (
    <Form<NoticeText>
      form={form}
      id="notice"
      layout="vertical"
      initialValues={initial}
      scrollToFirstError={{ focus: true }}
      onValuesChange={(_, all) => onChange?.(all)}
      onFinish={onFinish}
    >
      <Form.Item name="title" label={tell(publicity.fields.title)} rules={rules('title')} required>
        <Input maxLength={200} />
      </Form.Item>
      {long.map((name) => (
        <Form.Item key={name} name={name} label={tell(publicity.fields[name])} rules={rules(name)} required>
          <Input.TextArea autoSize={{ minRows: name === 'confidentiality' ? 1 : 3 }} maxLength={2000} />
        </Form.Item>
      ))}
      {short.map((name) => (
        <Form.Item key={name} name={name} label={tell(publicity.fields[name])} rules={rules(name)} required>
          <Input maxLength={200} />
        </Form.Item>
      ))}
    </Form>
  );
}

function useRules() {
  const tell = useTell();
  const { language } = useLanguage();
  return (name: Name) => [
    {
      validator: (_: unknown, text: string | undefined) => {
        if (!text?.trim()) return Promise.reject(new Error(tell(publicity.wanted)));
        const parsed = NoticeText.shape[name].safeParse(text);
        if (parsed.success) return Promise.resolve();
        const [issue] = parsed.error.issues;
        const words = issue && 'params' in issue ? issue.params : undefined;
        return Promise.reject(new Error(String(words?.[language] ?? tell(publicity.wanted))));
      },
    },
  ];
}
