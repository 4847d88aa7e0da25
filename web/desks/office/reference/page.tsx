import { Link, useSearch } from '@tanstack/react-router';
import { Page } from '#web/kit/page.tsx';
import { useTell } from '#web/messages/language.tsx';
import { reference } from '#web/messages/reference.ts';
import { AreasTab } from './areas-tab.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { CategoriesTab } from './categories-tab.tsx';

const tabs = { areas: AreasTab, categories: CategoriesTab, calendar: CalendarTab } as const;

/** What stands around the cycles: areas, the taxonomy, the holidays. The tab stands in the address. */
export function ReferencePage() {
  const tell = useTell();
  const { tab = 'areas' } = useSearch({ strict: false }) as { tab?: keyof typeof tabs };
  const Tab = tabs[tab];
  return (
    <Page title={tell(reference.title)}>
      <nav className="tabs" aria-label={tell(reference.tabsLabel)}>
        {(['areas', 'categories', 'calendar'] as const).map((each) => (
          <Link
            key={each}
            to="/reference"
            search={{ tab: each }}
            activeProps={{}}
            {...(each === tab && { 'aria-current': 'page' as const })}
          >
            {tell(reference.tabs[each])}
          </Link>
        ))}
      </nav>
      <Tab />
    </Page>
  );
}
