import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useNames } from '#web/api/names.ts';
import { experts as m } from '#web/messages/experts.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import './assignment.css';

/** The fields of an expert's entry; whose entry it is stands above them. */
export function ProfileFields() {
  return (
    <>
      <Who />
      <What />
      <Times />
      <Ties />
    </>
  );
}

function Section({ title, children }: { readonly title: Said; readonly children: React.ReactNode }) {
  const tell = useTell();
  return (
    <fieldset className="assignment-section">
      <legend>
        <h2>{tell(title)}</h2>
      </legend>
      {children}
    </fieldset>
  );
}

function Who() {
  const tell = useTell();
  return (
    <Section title={m.sectionWho}>
      <Form.Item name="name" label={tell(m.name)} required>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="organizationName" label={tell(m.organization)} required>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="organizationCode" label={tell(m.code)}>
        <Input maxLength={18} className="figures" />
      </Form.Item>
      <Form.Item name="outside" valuePropName="checked">
        <Checkbox>{tell(m.outsideField)}</Checkbox>
      </Form.Item>
    </Section>
  );
}

/** Western and Chinese commas and semicolons, and the Chinese enumeration comma. */
const separators = [',', ';', '\u3001', '\uff0c', '\uff1b'];

function What() {
  const tell = useTell();
  const names = useNames();
  const areas = names.areas.map(({ areaId, name, parentId }) => ({
    value: areaId,
    label: parentId ? `${names.area(parentId)} / ${name}` : name,
  }));
  return (
    <Section title={m.sectionWhat}>
      <Form.Item name="categoryIds" label={tell(m.categories)} extra={tell(m.categoriesHelp)}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={names.categories.map(({ categoryId, name }) => ({ value: categoryId, label: name }))}
        />
      </Form.Item>
      <Form.Item name="expertise" label={tell(m.expertise)} extra={tell(m.expertiseHelp)}>
        <Select mode="tags" tokenSeparators={separators} />
      </Form.Item>
      <Form.Item name="areaIds" label={tell(m.areas)}>
        <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={areas} />
      </Form.Item>
    </Section>
  );
}

function Times() {
  const tell = useTell();
  return (
    <Section title={m.sectionWhen}>
      <Form.Item name="maximumLoad" label={tell(m.load)} extra={tell(m.loadHelp)} required>
        <InputNumber min={0} max={1000} precision={0} className="figures" />
      </Form.Item>
      <Form.Item name="available" valuePropName="checked">
        <Checkbox>{tell(m.availableField)}</Checkbox>
      </Form.Item>
      <div className="assignment-pair">
        <Form.Item name="availableFrom" label={tell(m.availableFrom)}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="availableUntil" label={tell(m.availableUntil)}>
          <Input type="date" />
        </Form.Item>
      </div>
    </Section>
  );
}

function Ties() {
  const tell = useTell();
  const names = useNames();
  const departments = [...new Set(names.categories.flatMap(({ leadDepartments }) => leadDepartments))];
  return (
    <Section title={m.sectionTies}>
      <Form.Item name="recommender" label={tell(m.recommender)}>
        <Select allowClear showSearch options={departments.map((name) => ({ value: name, label: name }))} />
      </Form.Item>
      <div className="assignment-pair">
        <Form.Item name={['thirdParty', 'name']} label={tell(m.thirdParty)}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name={['thirdParty', 'creditCode']} label={tell(m.thirdPartyCode)}>
          <Input maxLength={18} className="figures" />
        </Form.Item>
      </div>
      <h3>{tell(m.former)}</h3>
      <p className="quiet">{tell(m.formerHelp)}</p>
      <Rows name="formerOrganizations" add={m.addFormer}>
        {(at) => (
          <>
            <Form.Item name={[at, 'name']} label={tell(m.formerName)} required>
              <Input maxLength={100} />
            </Form.Item>
            <div className="assignment-pair">
              <Form.Item name={[at, 'creditCode']} label={tell(m.formerCode)}>
                <Input maxLength={18} className="figures" />
              </Form.Item>
              <Form.Item name={[at, 'until']} label={tell(m.formerUntil)}>
                <Input type="date" />
              </Form.Item>
            </div>
          </>
        )}
      </Rows>
      <h3>{tell(m.keepApart)}</h3>
      <Rows name="keepApart" add={m.addKeepApart}>
        {(at) => (
          <>
            <div className="assignment-pair">
              <Form.Item name={[at, 'organizationName']} label={tell(m.keepApartName)}>
                <Input maxLength={100} />
              </Form.Item>
              <Form.Item name={[at, 'creditCode']} label={tell(m.keepApartCode)}>
                <Input maxLength={18} className="figures" />
              </Form.Item>
            </div>
            <Form.Item name={[at, 'reason']} label={tell(m.keepApartReason)} required>
              <Input maxLength={500} />
            </Form.Item>
          </>
        )}
      </Rows>
    </Section>
  );
}

type RowsProps = {
  readonly name: string;
  readonly add: Said;
  readonly children: (at: number) => React.ReactNode;
};

function Rows({ name, add, children }: RowsProps) {
  const tell = useTell();
  return (
    <Form.List name={name}>
      {(fields, { add: append, remove }) => (
        <div className="stack" style={{ marginBottom: 16 }}>
          {fields.map(({ key, name: at }) => (
            <div key={key} className="assignment-entry">
              <div>{children(at)}</div>
              <Button type="text" icon={<MinusCircleOutlined aria-hidden />} onClick={() => remove(at)}>
                {tell(m.remove)}
              </Button>
            </div>
          ))}
          <div>
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => append({})}>
              {tell(add)}
            </Button>
          </div>
        </div>
      )}
    </Form.List>
  );
}
