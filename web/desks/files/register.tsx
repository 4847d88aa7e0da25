import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button, Checkbox, Form, Input, Select, TreeSelect } from 'antd';
import { useEffect } from 'react';
import { CreditCode } from '#domain/identity';
import { DisplayName } from '#domain/names';
import { useMe } from '#web/api/actor.ts';
import type { AnswerOf } from '#web/api/client.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { useErrorsInLanguage } from '#web/kit/form-language.ts';
import { ruleOf, showProblem } from '#web/kit/form-rules.ts';
import { Page } from '#web/kit/page.tsx';
import { Show, Trouble } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { units } from '#web/messages/units.ts';
import { treeOf } from './area-tree.ts';

type Category = AnswerOf<'get', '/categories'>['categories'][number];
type Area = AnswerOf<'get', '/areas'>['areas'][number];
type Fields = {
  readonly categoryId: string;
  readonly name: string;
  readonly creditCode?: string;
  readonly areaId: string;
  readonly recommender: string;
  readonly contact: { readonly name: string; readonly phone: string };
};

/** A unit registers: who it is, where, and who vouches for it. The letter is uploaded on the next page. */
export function RegisterPage() {
  const tell = useTell();
  const named = useRead('/categories', {});
  const tree = useRead('/areas', {});
  return (
    <Page title={tell(units.registerTitle)} width="reading" crumbs={[{ label: tell(units.title), to: '/units' }]}>
      <p className="quiet">{tell(units.registerIntro)}</p>
      <Show of={named}>
        {({ categories }) => (
          <Show of={tree}>{({ areas }) => <RegisterForm categories={categories} areas={areas} />}</Show>
        )}
      </Show>
    </Page>
  );
}

type FormProps = { readonly categories: readonly Category[]; readonly areas: readonly Area[] };

function RegisterForm({ categories, areas }: FormProps) {
  const tell = useTell();
  const navigate = useNavigate();
  const [form] = Form.useForm<Fields>();
  useErrorsInLanguage(form);
  useEarlier(form);
  const categoryId = Form.useWatch('categoryId', form);
  const category = categories.find((each) => each.categoryId === categoryId);
  const register = useAct('post', '/organizations', {
    done: ({ organizationId }) => void navigate({ to: '/units/$organizationId', params: { organizationId } }),
  });
  const send = ({ creditCode, contact, ...rest }: Fields): void => {
    const { name, areaId, recommender } = rest;
    const input = { name, areaId, recommender, categoryId: rest.categoryId, contact };
    register.mutate(
      { ...input, ...(creditCode && { creditCode }) },
      { onError: (error) => void showProblem(form, error, tell) },
    );
  };
  const needed = (what: string) => ({ required: true, message: tell(units.required(what)) });
  const chosen = (what: string) => ({ required: true, message: tell(units.choose(what)) });
  const chooseCategory = (id: string): void => {
    const departments = categories.find((each) => each.categoryId === id)?.leadDepartments ?? [];
    // There is nothing to choose where one department leads.
    form.setFieldValue('recommender', departments.length === 1 ? departments[0] : undefined);
  };
  const isFamily = category?.categoryId === 'family';
  return (
    <Form<Fields> form={form} layout="vertical" className="card" onFinish={send} scrollToFirstError={{ focus: true }}>
      <Form.Item
        name="categoryId"
        label={tell(units.category)}
        extra={tell(units.categoryHelp)}
        rules={[chosen(tell(units.category))]}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={categories.map((each) => ({ value: each.categoryId, label: each.name }))}
          onChange={chooseCategory}
        />
      </Form.Item>
      {category?.identifiedBy === 'community' && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 24 }}
          title={tell(units.proxy)}
          description={tell(units.proxyHelp)}
        />
      )}
      <Form.Item
        name="name"
        label={tell(isFamily ? units.familyName : units.unitName)}
        extra={tell(isFamily ? units.familyNameHelp : units.unitNameHelp)}
        rules={[needed(tell(isFamily ? units.familyName : units.unitName)), ruleOf(DisplayName, tell)]}
      >
        <Input maxLength={80} autoComplete="organization" />
      </Form.Item>
      {category && category.identifiedBy !== 'credit-code' ? (
        <p className="quiet">{tell(units.noCode)}</p>
      ) : (
        <Form.Item
          name="creditCode"
          label={tell(units.creditCode)}
          extra={tell(units.creditCodeHelp)}
          normalize={(text: string) => text.toUpperCase().replace(/\s/g, '')}
          validateTrigger="onBlur"
          rules={[needed(tell(units.creditCode)), ruleOf(CreditCode, tell)]}
        >
          <Input maxLength={18} className="figures" autoComplete="off" spellCheck={false} />
        </Form.Item>
      )}
      <Form.Item name="areaId" label={tell(units.area)} extra={tell(units.areaHelp)} rules={[chosen(tell(units.area))]}>
        <TreeSelect
          treeData={treeOf(areas)}
          showSearch={{ treeNodeFilterProp: 'title' }}
          treeDefaultExpandedKeys={areas.filter(({ parentId }) => !parentId).map(({ areaId }) => areaId)}
        />
      </Form.Item>
      <Form.Item
        name="recommender"
        label={tell(units.recommender)}
        extra={tell(units.recommenderHelp)}
        rules={[chosen(tell(units.recommender))]}
      >
        <Select
          disabled={!category}
          options={(category?.leadDepartments ?? []).map((each) => ({ value: each, label: each }))}
        />
      </Form.Item>
      <Form.Item
        name={['contact', 'name']}
        label={tell(units.contactName)}
        extra={tell(units.contactNameHelp)}
        rules={[needed(tell(units.contactName)), ruleOf(DisplayName, tell)]}
      >
        <Input maxLength={80} autoComplete="name" />
      </Form.Item>
      <Form.Item
        name={['contact', 'phone']}
        label={tell(units.contactPhone)}
        extra={tell(units.contactPhoneHelp)}
        rules={[needed(tell(units.contactPhone)), { min: 5 }]}
      >
        <Input maxLength={30} inputMode="tel" autoComplete="tel" />
      </Form.Item>
      <Form.Item
        name="agreed"
        valuePropName="checked"
        rules={[
          {
            validator: async (_, agreed) => {
              if (!agreed) throw new Error(tell(units.consentWanted));
            },
          },
        ]}
      >
        <Checkbox>{tell(units.consent)}</Checkbox>
      </Form.Item>
      {register.error && <Trouble error={register.error} />}
      <Button type="primary" htmlType="submit" loading={register.isPending} style={{ marginTop: 8 }}>
        {tell(units.next)}
      </Button>
    </Form>
  );
}

/** Fills in what is known: the refused registration that is corrected, or else who is signed in. */
function useEarlier(form: ReturnType<typeof Form.useForm<Fields>>[0]): void {
  const { from } = useSearch({ from: '/desk/units/register' });
  const { data: me } = useMe();
  const { data: earlier } = useRead(
    '/organizations/{organizationId}',
    { organizationId: from ?? '' },
    { when: from !== undefined },
  );
  useEffect(() => {
    // What is set counts as touched, so that this is done once, and never over what somebody typed.
    if (!me || (from !== undefined && !earlier) || form.isFieldsTouched()) return;
    if (!earlier) return form.setFieldsValue({ contact: { name: me.name, phone: me.phone ?? '' } });
    const { categoryId, name, creditCode, areaId, recommender, contact } = earlier;
    form.setFieldsValue({ categoryId, name, areaId, recommender, contact, ...(creditCode && { creditCode }) });
  }, [form, from, me, earlier]);
}
