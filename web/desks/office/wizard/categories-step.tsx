import { App, Button, Checkbox, Form, Input, Select } from 'antd';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useAct } from '#web/api/queries.ts';
import { Trouble } from '#web/kit/states.tsx';
import { useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import { idOf, PlanField, PlanProblems, useCategory, useWizard } from './context.tsx';
import { Folded } from './folded.tsx';
import { latestOf, type PublishedStandard } from './problems.ts';
import { blankCategory } from './state.ts';

const keyOf = ({ standardId, standardVersion }: PublishedStandard): string => `${standardId}@${standardVersion}`;

/** Which categories are taken, each by a published standard. */
export function CategoriesStep() {
  const tell = useTell();
  const { state, set, reference } = useWizard();
  const { taxonomy, standards } = reference;
  const toggle = (categoryId: string, isIn: boolean): void => {
    const latest = latestOf(categoryId, standards);
    const kept = state.categories.filter((each) => each.categoryId !== categoryId);
    const added = isIn ? [blankCategory(categoryId, latest ? keyOf(latest) : '')] : [];
    // In the order of the taxonomy, whichever was ticked first.
    const place = (id: string): number => taxonomy.findIndex((each) => each.categoryId === id);
    set({ categories: [...kept, ...added].sort((a, b) => place(a.categoryId) - place(b.categoryId)) });
  };
  return (
    <>
      <p className="quiet">{tell(wizard.categoriesHelp)}</p>
      {standards.length === 0 && <InstallExamples />}
      <PlanProblems at="categories" />
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className="visually-hidden">{tell(wizard.categories)}</legend>
        {taxonomy.map(({ categoryId, name }) => {
          const at = state.categories.findIndex((each) => each.categoryId === categoryId);
          const isOffered = standards.some((each) => each.categoryId === categoryId);
          return (
            <div key={categoryId} className="wizard-category">
              <div className="row">
                <Checkbox
                  checked={at >= 0}
                  disabled={!isOffered && at < 0}
                  onChange={({ target }) => toggle(categoryId, target.checked)}
                >
                  {name}
                </Checkbox>
                {!isOffered && <span className="quiet">{tell(wizard.noStandard)}</span>}
              </div>
              {at >= 0 && <ChosenCategory at={at} name={name} />}
            </div>
          );
        })}
      </fieldset>
    </>
  );
}

function ChosenCategory({ at, name }: { readonly at: number; readonly name: string }) {
  const tell = useTell();
  const { state, reference } = useWizard();
  const change = useCategory(at);
  const category = state.categories[at];
  if (!category) return null;
  const offered = reference.standards.filter(({ categoryId }) => categoryId === category.categoryId);
  return (
    <div style={{ paddingInlineStart: 24, marginTop: 8 }}>
      <PlanProblems at={`categories.${at}`} />
      <PlanField at={`categories.${at}.standard`} label={tell(wizard.standard(name))} required>
        <Select
          id={idOf(`categories.${at}.standard`)}
          {...(category.standard !== '' && { value: category.standard })}
          onChange={(standard) => change({ standard })}
          options={offered.map((each) => ({
            value: keyOf(each),
            label: tell(wizard.standardVersion(each.name, each.standardVersion)),
          }))}
        />
      </PlanField>
      <Folded title={tell(wizard.more)} fields={[`categories.${at}.tieIndicator`]}>
        <PlanField
          at={`categories.${at}.tieIndicator`}
          label={tell(wizard.tieIndicator)}
          help={wizard.tieIndicatorHelp}
        >
          <Input
            id={idOf(`categories.${at}.tieIndicator`)}
            value={category.tieIndicator}
            onChange={({ target }) => change({ tieIndicator: target.value })}
          />
        </PlanField>
      </Folded>
    </div>
  );
}

function InstallExamples() {
  const tell = useTell();
  const actor = useActor();
  const { message } = App.useApp();
  const install = useAct('post', '/standards/examples', {
    done: () => void message.success(tell(wizard.installed)),
  });
  return (
    <Form.Item>
      <p>{tell(wizard.installHelp)}</p>
      {mayAdminister(actor) && (
        <Button loading={install.isPending} onClick={() => install.mutate({})}>
          {tell(wizard.installExamples)}
        </Button>
      )}
      {install.error && <Trouble error={install.error} />}
    </Form.Item>
  );
}
