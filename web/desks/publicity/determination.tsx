import { Button, Form, Input, Radio } from 'antd';
import { isMaterialChange, type ObjectionEffect, type ObjectionVerdict, objectionVerdicts } from '#domain/objections';
import { Problem } from '#web/api/problem.ts';
import { useAct } from '#web/api/queries.ts';
import { useConsequence } from '#web/kit/consequence.tsx';
import { useErrorsInLanguage } from '#web/kit/form-language.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { objections } from '#web/messages/objections.ts';
import { AddField, SubstituteField } from './effect-fields.tsx';
import { effectWords } from './effect-words.ts';
import type { Objection } from './objection-page.tsx';
import { type EffectKind, effectsOf } from './objection-stage.ts';

type Fields = {
  readonly verdict: ObjectionVerdict;
  readonly finding: string;
  readonly effect: EffectKind;
  readonly organizationName?: string;
  readonly substituteId?: string;
  readonly applicationId?: string;
};

/** What the fields say about the list, as the API takes it. */
export function effectOf({ effect, organizationName = '', substituteId, applicationId = '' }: Fields): ObjectionEffect {
  if (effect === 'amend') return { kind: 'amend', organizationName: organizationName.trim() };
  if (effect === 'add') return { kind: 'add', applicationId };
  if (effect === 'remove') return { kind: 'remove', ...(substituteId && { substituteId }) };
  return { kind: 'none' };
}

type Props = { readonly objection: Objection; readonly listId: string; readonly close: () => void };

/** The determination: verdict, what the check found, and what becomes of the list. */
export function Determination({ objection, close }: Props) {
  const tell = useTell();
  const ask = useConsequence();
  const [form] = Form.useForm<Fields>();
  useErrorsInLanguage(form);
  const determine = useAct('post', '/objections/{objectionId}/determine');
  const verdict = Form.useWatch('verdict', form);
  const { objectionId, target } = objection;
  const consequenceOf = (fields: Fields): string => {
    const effect = effectOf(fields);
    const said = [tell(objections.determineText)];
    if (effect.kind === 'remove') said.push(tell(objections.willRemove));
    if (isMaterialChange(target, fields.verdict, effect)) said.push(tell(objections.willRepublish));
    else if (effect.kind === 'none') said.push(tell(objections.willStay));
    return said.join(' ');
  };
  const send = async (fields: Fields): Promise<void> => {
    const { finding } = fields;
    const act = () =>
      determine.mutateAsync({ objectionId, verdict: fields.verdict, finding, effect: effectOf(fields) });
    const done = await ask({
      title: tell(objections.determineTitle),
      consequence: consequenceOf(fields),
      verb: tell(objections.determine),
      seal: true,
      act: () => act().catch(marked),
    });
    if (done) close();
  };
  const marked = (error: unknown): never => {
    for (const { path, zh, en } of error instanceof Problem ? error.fields : []) {
      const name = path === 'effect.substituteId' ? 'substituteId' : path === 'finding' ? 'finding' : 'effect';
      form.setFields([{ name, errors: [tell({ zh, en })] }]);
    }
    throw error;
  };
  return (
    <section className="card" aria-label={tell(objections.determineTitle)}>
      <h2 style={{ marginBottom: 12 }}>{tell(objections.determineTitle)}</h2>
      <Form<Fields>
        form={form}
        layout="vertical"
        scrollToFirstError={{ focus: true }}
        onValuesChange={(changed) => {
          if ('verdict' in changed) form.setFieldValue('effect', undefined);
        }}
        onFinish={send}
      >
        <Form.Item
          name="verdict"
          label={tell(objections.verdict)}
          rules={[{ required: true, message: tell(objections.verdictWanted) }]}
        >
          <Radio.Group options={objectionVerdicts.map((value) => ({ value, label: tell(objections[value]) }))} />
        </Form.Item>
        <Form.Item
          name="finding"
          label={tell(objections.findingLabel)}
          rules={[{ required: true, whitespace: true, message: tell(objections.findingWanted) }]}
        >
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={1000} />
        </Form.Item>
        {verdict && <EffectFields objection={objection} verdict={verdict} />}
        <div className="row">
          <Button type="primary" htmlType="submit">
            {tell(objections.determine)}
          </Button>
          <Button onClick={close}>{tell(kit.cancel)}</Button>
        </div>
      </Form>
    </section>
  );
}

type EffectProps = { readonly objection: Objection; readonly verdict: ObjectionVerdict };

function EffectFields({ objection, verdict }: EffectProps) {
  const tell = useTell();
  const effect = Form.useWatch<EffectKind | undefined>('effect');
  const kinds = effectsOf(objection.target, verdict);
  return (
    <>
      <Form.Item
        name="effect"
        label={tell(objections.effect)}
        rules={[{ required: true, message: tell(objections.effectWanted) }]}
      >
        <Radio.Group options={kinds.map((value) => ({ value, label: tell(effectWords[value]) }))} />
      </Form.Item>
      {effect === 'amend' && (
        <Form.Item
          name="organizationName"
          label={tell(objections.newName)}
          rules={[{ required: true, whitespace: true, message: tell(objections.nameWanted) }]}
        >
          <Input maxLength={80} />
        </Form.Item>
      )}
      {effect === 'remove' && objection.target.kind === 'entry' && (
        <SubstituteField cycleId={objection.cycleId} vacantId={objection.target.applicationId} />
      )}
      {effect === 'add' && <AddField cycleId={objection.cycleId} />}
    </>
  );
}
