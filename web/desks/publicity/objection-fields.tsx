import { Checkbox, Form, type FormInstance, Input, Radio, Select } from 'antd';
import { useTell } from '#web/messages/language.tsx';
import { NO_UNIT, objecting } from '#web/messages/objecting.ts';
import { objections } from '#web/messages/objections.ts';
import type { Said } from '#web/messages/say.ts';
import type { ObjectionFields } from './objection-form.ts';
import { SealField } from './seal-field.tsx';

export type Choice = { readonly value: string; readonly label: string };
type Form_ = FormInstance<ObjectionFields>;

/** A field that must not be blank. */
const useWanted = () => {
  const tell = useTell();
  return (words: Said = objecting.wanted) => [{ required: true, whitespace: true, message: tell(words) }];
};

/** What it is about, and what is known. */
export function TargetFields({ form, entries }: { readonly form: Form_; readonly entries: readonly Choice[] }) {
  const tell = useTell();
  const wanted = useWanted();
  const about = Form.useWatch('about', form);
  return (
    <>
      <Form.Item
        name="about"
        label={tell(objecting.about)}
        {...(about === 'procedure' && { extra: tell(objecting.procedureHelp) })}
      >
        <Radio.Group
          options={[
            { value: 'entry', label: tell(objecting.entry) },
            { value: 'omission', label: tell(objecting.omission) },
            { value: 'procedure', label: tell(objecting.procedure) },
          ]}
        />
      </Form.Item>
      {about === 'entry' && (
        <Form.Item
          name="applicationId"
          label={tell(objecting.which)}
          rules={[{ required: true, message: tell(objecting.chooseEntry) }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={tell(objecting.whichPlaceholder)}
            options={[...entries]}
          />
        </Form.Item>
      )}
      {about === 'omission' && (
        <Form.Item name="omitted" label={tell(objecting.omitted)} rules={wanted()}>
          <Input maxLength={80} />
        </Form.Item>
      )}
      <Form.Item name="grounds" label={tell(objecting.grounds)} extra={tell(objecting.groundsHelp)} rules={wanted()}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 20 }} maxLength={5000} />
      </Form.Item>
    </>
  );
}

/** Who objects; `lax` for letters, which may lack anything. */
export function ObjectorFields({ form, lax = false }: { readonly form: Form_; readonly lax?: boolean }) {
  const tell = useTell();
  const by = Form.useWatch('by', form);
  return (
    <>
      <Form.Item
        name="by"
        label={tell(lax ? objections.objector : objecting.who)}
        {...(!lax && { extra: tell(objecting.whoHelp) })}
      >
        <Radio.Group
          options={[
            { value: 'person', label: tell(objecting.person) },
            { value: 'unit', label: tell(objecting.unit) },
          ]}
        />
      </Form.Item>
      {by === 'unit' ? <UnitFields lax={lax} /> : <PersonFields form={form} lax={lax} />}
    </>
  );
}

function PersonFields({ form, lax }: { readonly form: Form_; readonly lax: boolean }) {
  const tell = useTell();
  const wanted = useWanted();
  const rules = lax ? [] : wanted();
  const unit = Form.useWatch('unit', form);
  return (
    <>
      <Form.Item name="name" label={tell(lax ? objections.name : objecting.personName)} rules={rules}>
        <Input maxLength={40} autoComplete="name" />
      </Form.Item>
      <Form.Item label={tell(objecting.personUnit)} required={!lax} htmlFor="unit">
        <Form.Item name="unit" noStyle rules={rules}>
          <Input maxLength={80} disabled={unit === NO_UNIT} autoComplete="organization" />
        </Form.Item>
        <Checkbox
          checked={unit === NO_UNIT}
          onChange={({ target }) => form.setFieldValue('unit', target.checked ? NO_UNIT : '')}
          style={{ marginTop: 8 }}
        >
          {tell(objecting.noUnit)}
        </Checkbox>
      </Form.Item>
      <Form.Item
        name="phone"
        label={tell(objecting.phone)}
        rules={lax ? [] : [...wanted(), reachable(tell(objecting.phoneWanted))]}
      >
        <Input type="tel" maxLength={30} autoComplete="tel" />
      </Form.Item>
    </>
  );
}

function UnitFields({ lax }: { readonly lax: boolean }) {
  const tell = useTell();
  const wanted = useWanted();
  const rules = lax ? [] : wanted();
  return (
    <>
      <Form.Item name="unitName" label={tell(objecting.unitName)} rules={rules}>
        <Input maxLength={80} autoComplete="organization" />
      </Form.Item>
      <Form.Item
        name="contact"
        label={tell(objecting.contact)}
        extra={tell(objecting.contactHelp)}
        rules={lax ? [] : [...rules, reachable(tell(objecting.phoneWanted))]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="sealFileId"
        label={tell(objecting.seal)}
        extra={tell(objecting.sealHelp)}
        rules={lax ? [] : [{ required: true, message: tell(objecting.wanted) }]}
      >
        <SealField />
      </Form.Item>
    </>
  );
}

/** As the server has it: at least five digits or letters. */
const reachable = (message: string) => ({
  validator: (_: unknown, text: string | undefined) =>
    (text?.match(/[\p{L}\p{N}]/gu) ?? []).length >= 5 ? Promise.resolve() : Promise.reject(new Error(message)),
});
