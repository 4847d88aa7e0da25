import { App, Button } from 'antd';
import { useState } from 'react';
import type { Category } from '#domain/categories';
import { mayAdminister } from '#domain/policies';
import { useActor } from '#web/api/actor.ts';
import { useAct, useRead } from '#web/api/queries.ts';
import { Show } from '#web/kit/states.tsx';
import { type Column, DataTable } from '#web/kit/table.tsx';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';
import { CategoryForm } from './category-form.tsx';
import { SaveBar } from './save-bar.tsx';
import { useDocument } from './use-document.ts';

/** The taxonomy, changed as a whole. */
export function CategoriesTab() {
  const tell = useTell();
  const categories = useRead('/categories', {});
  return (
    <div className="stack">
      <p className="quiet reading">{tell(reference.categoriesHelp)}</p>
      <Show of={categories}>{(data) => <Categories {...data} />}</Show>
    </div>
  );
}

const blank: Category = {
  categoryId: '',
  name: '',
  group: 'unit',
  code: '',
  leadDepartments: [],
  identifiedBy: 'credit-code',
};

type CategoriesProps = { readonly categories: readonly Category[]; readonly version: number };

function Categories({ categories: read, version }: CategoriesProps) {
  const tell = useTell();
  const mayChange = mayAdminister(useActor());
  const { message } = App.useApp();
  const document = useDocument({ content: read, version });
  const [edited, setEdited] = useState<{ readonly at: number; readonly category: Category } | undefined>();
  const save = useAct('put', '/categories', {
    done: () => {
      document.undo();
      void message.success(tell(reference.saved));
    },
  });
  const categories = document.content;
  const put = (at: number, category: Category): void => {
    save.reset();
    document.set(
      at < categories.length
        ? categories.map((each, place) => (place === at ? category : each))
        : [...categories, category],
    );
  };
  return (
    <>
      <CategoryTable
        categories={categories}
        {...(mayChange && {
          edit: (category: Category) => setEdited({ at: categories.indexOf(category), category }),
          remove: (category: Category) => document.set(categories.filter((each) => each !== category)),
        })}
      />
      {mayChange && (
        <div>
          <Button onClick={() => setEdited({ at: categories.length, category: blank })}>
            {tell(reference.addCategory)}
          </Button>
        </div>
      )}
      <SaveBar
        {...document}
        isSaving={save.isPending}
        error={save.error}
        save={() => save.mutate({ categories: [...categories], version: document.version })}
      />
      {edited && (
        <CategoryForm
          category={edited.category}
          others={categories.filter((_, place) => place !== edited.at)}
          isNew={edited.at === categories.length}
          put={(category) => put(edited.at, category)}
          close={() => setEdited(undefined)}
        />
      )}
    </>
  );
}

type TableProps = {
  readonly categories: readonly Category[];
  readonly edit?: (category: Category) => void;
  readonly remove?: (category: Category) => void;
};

function CategoryTable({ categories, edit, remove }: TableProps) {
  const tell = useTell();
  const { language } = useLanguage();
  const columns: Column<Category>[] = [
    { id: 'name', head: tell(reference.category), cell: ({ name }) => name, value: ({ name }) => name },
    { id: 'code', head: tell(reference.code), cell: ({ code }) => code, value: ({ code }) => code, width: 90 },
    {
      id: 'group',
      head: tell(reference.group),
      cell: ({ group }) => tell(reference.groups[group]),
      value: ({ group }) => group,
      width: 140,
    },
    {
      id: 'leads',
      head: tell(reference.leads),
      cell: ({ leadDepartments }) => leadDepartments.join(language === 'zh' ? '、' : ', '),
      value: ({ leadDepartments }) => leadDepartments.join(),
    },
    {
      id: 'identity',
      head: tell(reference.identifiedBy),
      cell: ({ identifiedBy }) => tell(reference.identities[identifiedBy]),
      value: ({ identifiedBy }) => identifiedBy,
      width: 170,
    },
    { id: 'id', head: tell(reference.categoryId), cell: ({ categoryId }) => <code>{categoryId}</code>, width: 130 },
    ...(edit && remove
      ? [
          {
            id: 'acts',
            head: tell(reference.edit),
            cell: (category: Category) => (
              <span className="row" style={{ gap: 0 }}>
                <Button type="link" size="small" onClick={() => edit(category)}>
                  {tell(reference.edit)}
                  <span className="visually-hidden"> {category.name}</span>
                </Button>
                <Button type="text" size="small" onClick={() => remove(category)}>
                  {tell(reference.remove)}
                  <span className="visually-hidden"> {category.name}</span>
                </Button>
              </span>
            ),
            width: 170,
          },
        ]
      : []),
  ];
  return (
    <DataTable
      name="categories"
      caption={tell(reference.categories)}
      columns={columns}
      rows={categories}
      rowKey={({ categoryId }) => categoryId}
    />
  );
}
