import { Form, Input, Modal, Select } from 'antd';
import { type ChangeEvent, useState } from 'react';
import { Category, checkCategories } from '#domain/categories';
import { AwardError, type FieldProblem } from '#domain/errors';
import { parseFields } from '#domain/fields';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';
import type { Said } from '#web/messages/say.ts';

type CategoryFormProps = {
  readonly category: Category;
  readonly others: readonly Category[];
  readonly isNew: boolean;
  readonly put: (category: Category) => void;
  readonly close: () => void;
};

/** What is wrong with a category by itself and beside the others, at its own fields. */
function problemsOf(category: Category, others: readonly Category[]): readonly FieldProblem[] {
  try {
    parseFields(Category, category);
  } catch (error) {
    if (error instanceof AwardError) return error.fields;
    throw error;
  }
  const own = `categories.${others.length}.`;
  return checkCategories([...others, category])
    .filter(({ path }) => path.startsWith(own))
    .map((problem) => ({ ...problem, path: problem.path.slice(own.length) }));
}

const groups = ['organization', 'unit', 'territory', 'person'] as const;
const identities = ['credit-code', 'recommender', 'community'] as const;

type Field = keyof Category;
const idOf = (name: Field): string => `category-${name}`;

/** One category; it is taken over into the table, and saved with it. */
export function CategoryForm({ category, others, isNew, put, close }: CategoryFormProps) {
  const tell = useTell();
  const [isOpen, setOpen] = useState(true);
  const [given, setGiven] = useState(category);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const set = (change: Partial<Category>): void => setGiven({ ...given, ...change });
  /** A field's label, what it is for, and what is wrong with it. */
  const item = (name: Field, label: Said, help?: Said) => {
    const problem = problems.find((each) => each.path.startsWith(name));
    return {
      label: tell(label),
      htmlFor: idOf(name),
      ...(help && { extra: tell(help) }),
      ...(problem && { validateStatus: 'error' as const, help: tell(problem) }),
    };
  };
  const text = (name: 'name' | 'categoryId' | 'code', as = (typed: string) => typed) => ({
    id: idOf(name),
    value: given[name],
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => set({ [name]: as(target.value) }),
  });
  const chosen = <Name extends 'group' | 'leadDepartments' | 'identifiedBy'>(name: Name) => ({
    id: idOf(name),
    value: given[name],
    onChange: (value: Category[Name]) => set({ [name]: value }),
  });
  const run = (): void => {
    const found = problemsOf(given, others);
    setProblems(found);
    if (found.length > 0) return;
    put(given);
    setOpen(false);
  };
  return (
    <Modal
      open={isOpen}
      title={isNew ? tell(reference.addCategory) : tell(reference.editCategory(category.name))}
      okText={tell(kit.confirm)}
      cancelText={tell(kit.cancel)}
      mask={{ closable: false }}
      onOk={run}
      onCancel={() => setOpen(false)}
      afterClose={close}
    >
      <Form layout="vertical" component="div">
        <Form.Item {...item('name', reference.category)} required>
          <Input {...text('name')} />
        </Form.Item>
        {isNew && (
          <Form.Item {...item('categoryId', reference.categoryId, reference.categoryIdHelp)} required>
            <Input {...text('categoryId')} />
          </Form.Item>
        )}
        <Form.Item {...item('code', reference.code, reference.codeHelp)} required>
          <Input {...text('code', (typed) => typed.toUpperCase())} maxLength={4} />
        </Form.Item>
        <Form.Item {...item('group', reference.group)}>
          <Select
            {...chosen('group')}
            options={groups.map((value) => ({ value, label: tell(reference.groups[value]) }))}
          />
        </Form.Item>
        <Form.Item {...item('leadDepartments', reference.leads, reference.leadsHelp)} required>
          <Select {...chosen('leadDepartments')} mode="tags" open={false} />
        </Form.Item>
        <Form.Item {...item('identifiedBy', reference.identifiedBy)}>
          <Select
            {...chosen('identifiedBy')}
            options={identities.map((value) => ({ value, label: tell(reference.identities[value]) }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
