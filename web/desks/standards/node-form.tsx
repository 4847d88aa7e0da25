import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import type { FieldProblem } from '#domain/errors';
import { formatMark } from '#domain/marks';
import type { ObservationPoint } from '#domain/standards';
import { useConsequence } from '#web/kit/consequence.tsx';
import { type Tell, useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import { standards as m } from '#web/messages/standards.ts';
import { changed, evened, isPoint, left, type Node, nodeAt, type Place, pathOf, removed } from './edit.ts';
import { MarksInput } from './marks-input.tsx';
import { RuleForm } from './rule-form.tsx';
import type { Editor } from './use-editor.ts';

type NodeFormProps = { readonly editor: Editor; readonly problems: readonly FieldProblem[]; readonly mayEdit: boolean };
type TroubleAt = (field: string) => string | undefined;

const methods = ['documents', 'site', 'interview', 'questionnaire'] as const;

/** The fields of what is chosen in the tree. */
export function NodeForm({ editor, problems, mayEdit }: NodeFormProps) {
  const tell = useTell();
  const { content, place } = editor;
  const node = nodeAt(content, place);
  if (place.length === 0 || !node) return <WholeForm editor={editor} problems={problems} mayEdit={mayEdit} />;
  const troubleAt = troubles(`${pathOf(place)}.`, problems, tell);
  const set = (fields: Partial<ObservationPoint>): void => editor.change(changed(content, place, fields));
  return (
    <Form layout="vertical" component="div" className="reading" key={place.join()}>
      <Text name="name" label={m.nodeName} of={node} {...{ set, troubleAt, mayEdit }} />
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

/** What is wrong with the fields below that path, by their names. */
const troubles =
  (below: string, problems: readonly FieldProblem[], tell: Tell): TroubleAt =>
  (field) => {
    const found = problems.find(({ path }) => path === `${below}${field}`);
    return found && tell(found);
  };

type TextProps<Field extends string> = {
  readonly name: Field;
  readonly label: Said;
  readonly of: { readonly [Name in Field]?: string | undefined };
  readonly set: (fields: { readonly [Name in Field]?: string }) => void;
  readonly troubleAt: TroubleAt;
  readonly mayEdit: boolean;
  readonly longest?: number;
  readonly lines?: number;
};

/** A text of what is chosen. */
function Text<Field extends string>(props: TextProps<Field>) {
  const { name, label, of, set, troubleAt, mayEdit, longest = 100, lines = 1 } = props;
  const tell = useTell();
  const id = `standard-${name}`;
  const trouble = troubleAt(name);
  return (
    <Form.Item label={tell(label)} htmlFor={id} {...(trouble && { validateStatus: 'error' as const, help: trouble })}>
      <Input.TextArea
        id={id}
        value={of[name] ?? ''}
        disabled={!mayEdit}
        maxLength={longest}
        autoSize={{ minRows: lines }}
        onChange={(event) => set({ [name]: event.target.value } as { [Name in Field]: string })} // safe: it is its only field
      />
    </Form.Item>
  );
}

function WholeForm({ editor, problems, mayEdit }: NodeFormProps) {
  const tell = useTell();
  const { content } = editor;
  const field = {
    of: content,
    set: (fields: Partial<typeof content>) => editor.change({ ...content, ...fields }),
    troubleAt: troubles('', problems, tell),
    mayEdit,
  };
  return (
    <Form layout="vertical" component="div" className="reading">
      <Text name="name" label={m.name} {...field} />
      <Text name="label" label={m.label} {...field} />
      <Text name="source" label={m.sourceField} longest={300} {...field} />
      <Text name="note" label={m.note} longest={1000} lines={2} {...field} />
      <Share editor={editor} place={[]} mayEdit={mayEdit} />
    </Form>
  );
}

type PointFieldsProps = {
  readonly point: ObservationPoint;
  readonly set: (fields: Partial<ObservationPoint>) => void;
  readonly troubleAt: TroubleAt;
  readonly mayEdit: boolean;
};

function PointFields({ point, set, troubleAt, mayEdit }: PointFieldsProps) {
  const tell = useTell();
  return (
    <>
      <Text
        name="description"
        label={m.description}
        of={point}
        longest={1000}
        lines={3}
        {...{ set, troubleAt, mayEdit }}
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
      icon={<DeleteOutlined aria-hidden />}
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
