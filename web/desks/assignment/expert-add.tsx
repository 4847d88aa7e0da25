import { App, Button, Drawer, Form, Select } from 'antd';
import { useAct } from '#web/api/queries.ts';
import { useFieldErrors } from '#web/kit/form-errors.ts';
import { Trouble } from '#web/kit/states.tsx';
import { experts as m } from '#web/messages/experts.ts';
import { useTell } from '#web/messages/language.tsx';
import { useCandidates, usePool } from './known.ts';
import { type ProfileValues, profileOf } from './profile.ts';
import { ProfileFields } from './profile-form.tsx';

type Props = { readonly isOpen: boolean; readonly close: () => void };

/** 专家入库: a person who holds the role becomes an expert of the pool. */
export function AddExpert({ isOpen, close }: Props) {
  const tell = useTell();
  const { message } = App.useApp();
  const [form] = Form.useForm<ProfileValues>();
  const add = useAct('post', '/reviewers', {
    changes: ['/reviewers'],
    done: ({ name }) => {
      void message.success(tell(m.added(name)));
      form.resetFields();
      close();
    },
  });
  useFieldErrors(form, add.error);
  return (
    <Drawer
      open={isOpen}
      title={tell(m.add)}
      size={720}
      mask={{ closable: false }}
      onClose={close}
      footer={
        <Button type="primary" loading={add.isPending} onClick={() => form.submit()}>
          {tell(m.add)}
        </Button>
      }
    >
      <Form<ProfileValues>
        form={form}
        layout="vertical"
        initialValues={{ available: true, maximumLoad: 20 }}
        onFinish={({ reviewerId = '', ...values }) => add.mutate(profileOf(reviewerId, values))}
      >
        {add.error && <Trouble error={add.error} />}
        <PersonField isOpen={isOpen} chosen={(name) => form.setFieldsValue({ name })} />
        <ProfileFields />
      </Form>
    </Drawer>
  );
}

type PersonProps = { readonly isOpen: boolean; readonly chosen: (name: string) => void };

function PersonField({ isOpen, chosen }: PersonProps) {
  const tell = useTell();
  const { items: pool } = usePool();
  const people = useCandidates(isOpen);
  const known = new Set(pool.map(({ reviewerId }) => reviewerId));
  const options = people
    .filter(({ personId }) => !known.has(personId))
    .map(({ personId, name, username }) => ({ value: personId, label: `${name} · ${username}`, name }));
  return (
    <Form.Item
      name="reviewerId"
      label={tell(m.person)}
      extra={tell(options.length === 0 ? m.noPerson : m.personHelp)}
      rules={[{ required: true, message: tell(m.personHelp) }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        onChange={(_, option) => {
          if (option && !Array.isArray(option)) chosen(option.name);
        }}
      />
    </Form.Item>
  );
}
