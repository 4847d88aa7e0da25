import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import type { FieldProblem } from '#domain/errors';
import { formatMark } from '#domain/marks';
import type { ObservationPoint } from '#domain/standards';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useTell } from '#web/messages/language.tsx';
import { standards as m } from '#web/messages/standards.ts';
import { changed, evened, isPoint, left, type Node, nodeAt, type Place, pathOf, removed } from './edit.ts';
import { MarksInput } from './marks-input.tsx';
import { RuleForm } from './rule-form.tsx';
import type { Editor } from './use-editor.ts';

type NodeFormProps = { readonly editor: Editor; readonly problems: readonly FieldProblem[]; readonly mayEdit: boolean };

const methods = ['documents', 'site', 'interview', 'questionnaire'] as const;

/** The fields of what is chosen in the tree. */
export function NodeForm({ editor, problems, mayEdit }: NodeFormProps) {
  const tell = useTell();
  const { content, place } = editor;
  const node = nodeAt(content, place);
  if (place.length === 0 || !node) return <WholeForm editor={editor} problems={problems} mayEdit={mayEdit} />;
  const troubleAt = (field: string): string | undefined => {
    const found = problems.find(({ path }) => path === `${pathOf(place)}.${field}`);
    return found && tell(found);
  };
  const set = (fields: Partial<ObservationPoint>): void => editor.change(changed(content, place, fields));
  return (
    <Form layout="vertical" component="div" className="reading" key={place.join()}>
      <Text
        id="node-name"
        label={tell(m.nodeName)}
        value={node.name}
        trouble={troubleAt('name')}
        disabled={!mayEdit}
        longest={100}
        change={(name) => set({ name })}
      />
      <MarksInput
        id="node-marks"
        label={tell(m.fullMarks)}
        value={node.fullMarks}
        trouble={troubleAt('fullMarks')}
        disabled={!mayEdit}
        onChange={(fullMarks) => set({ fullMarks })}
      />
      {isPoint(node) ? (
        <PointFields point={node} set={set} troubleAt={troubleAt} mayEdit={mayEdit} />
      ) : (
        <Share editor={editor} place={place} mayEdit={mayEdit} />
      )}
      {mayEdit && <Remove editor={editor} node={node} />}
    </Form>
  );
}

type TextProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly trouble?: string | undefined;
  readonly disabled: boolean;
  readonly longest: number;
  readonly lines?: number;
  readonly change: (text: string) => void;
};

function Text({ id, label, value, trouble, disabled, longest, lines = 1, change }: TextProps) {
  return (
    <Form.Item label={label} htmlFor={id} {...(trouble && { validateStatus: 'error' as const, help: trouble })}>
      <Input.TextArea
        id={id}
        value={value}
        disabled={disabled}
        maxLength={longest}
        autoSize={{ minRows: lines }}
        onChange={(event) => change(event.target.value)}
      />
    </Form.Item>
  );
}

function WholeForm({ editor, problems, mayEdit }: NodeFormProps) {
  const tell = useTell();
  const { content } = editor;
  const troubleAt = (field: string): string | undefined => {
    const found = problems.find(({ path }) => path === field);
    return found && tell(found);
  };
  return (
    <Form layout="vertical" component="div" className="reading">
      <Text
        id="standard-name"
        label={tell(m.name)}
        value={content.name}
        trouble={troubleAt('name')}
        disabled={!mayEdit}
        longest={100}
        change={(name) => editor.change({ ...content, name })}
      />
      <Text
        id="standard-label"
        label={tell(m.label)}
        value={content.label}
        disabled={!mayEdit}
        longest={100}
        change={(label) => editor.change({ ...content, label })}
      />
      <Text
        id="standard-source"
        label={tell(m.sourceField)}
        value={content.source ?? ''}
        disabled={!mayEdit}
        longest={300}
        change={(source) => editor.change({ ...content, source })}
      />
      <Text
        id="standard-note"
        label={tell(m.note)}
        value={content.note ?? ''}
        disabled={!mayEdit}
        longest={1000}
        lines={2}
        change={(note) => editor.change({ ...content, note })}
      />
      <Share editor={editor} place={[]} mayEdit={mayEdit} />
    </Form>
  );
}

type PointFieldsProps = {
  readonly point: ObservationPoint;
  readonly set: (fields: Partial<ObservationPoint>) => void;
  readonly troubleAt: (field: string) => string | undefined;
  readonly mayEdit: boolean;
};

function PointFields({ point, set, troubleAt, mayEdit }: PointFieldsProps) {
  const tell = useTell();
  return (
    <>
      <Text
        id="point-description"
        label={tell(m.description)}
        value={point.description}
        trouble={troubleAt('description')}
        disabled={!mayEdit}
        longest={1000}
        lines={3}
        change={(description) => set({ description })}
      />
      <Form.Item label={tell(m.method)} htmlFor="point-method">
        <Select
          id="point-method"
          disabled={!mayEdit}
          value={point.method}
          options={methods.map((method) => ({ value: method, label: tell(m.methods[method]) }))}
          onChange={(method) => set({ method })}
          style={{ maxWidth: 260 }}
        />
      </Form.Item>
      <RuleForm point={point} change={(rule) => set({ rule })} disabled={!mayEdit} troubleAt={troubleAt} />
      <div className="row" style={{ margin: '16px 0' }}>
        <Checkbox
          disabled={!mayEdit}
          checked={point.evidenceRequired}
          onChange={(event) => set({ evidenceRequired: event.target.checked })}
        >
          {tell(m.evidenceRequired)}
        </Checkbox>
        <Checkbox disabled={!mayEdit} checked={point.veto} onChange={(event) => set({ veto: event.target.checked })}>
          {tell(m.veto)}
        </Checkbox>
      </div>
    </>
  );
}

type ShareProps = { readonly editor: Editor; readonly place: Place; readonly mayEdit: boolean };

/** Whether what is below sums to the whole, and a way to make it so. */
function Share({ editor, place, mayEdit }: ShareProps) {
  const tell = useTell();
  const { content } = editor;
  const rest = left(content, place);
  const node = nodeAt(content, place);
  const count = place.length === 0 ? content.indicators.length : node && !isPoint(node) ? node.children.length : 0;
  if (count === 0) return null;
  return (
    <p className="row" role="status">
      {rest !== 0 && (
        <span className="standard-uneven figures">
          {tell(rest > 0 ? m.leftOver(formatMark(rest)) : m.tooMuch(formatMark(-rest)))}
        </span>
      )}
      {mayEdit && <Button onClick={() => editor.change(evened(content, place))}>{tell(m.evenOut)}</Button>}
    </p>
  );
}

const below = (node: Node): number =>
  isPoint(node) ? 0 : node.children.reduce((sum, child) => sum + 1 + below(child as Node), 0);

function Remove({ editor, node }: { readonly editor: Editor; readonly node: Node }) {
  const tell = useTell();
  const ask = useConsequence();
  const remove = async (): Promise<void> =>
    editor.change(removed(editor.content, editor.place), editor.place.slice(0, -1));
  return (
    <Button
      type="text"
      danger
      icon={<DeleteOutlined />}
      onClick={() =>
        ask({
          title: tell(m.removeTitle(node.name)),
          consequence: tell(m.removeHelp(below(node))),
          verb: tell(m.remove),
          act: remove,
        })
      }
    >
      {tell(m.remove)}
    </Button>
  );
}
