import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import './tabs.css';

export type TabItem = { readonly key: string; readonly label: ReactNode; readonly children: ReactNode };

type TabsProps = {
  readonly label: string;
  readonly items: readonly TabItem[];
  readonly active: string;
  readonly choose: (key: string) => void;
  readonly className?: string;
};

/** Tabs that scroll sideways where there is no room, one of which is shown; arrows walk among them (WAI-ARIA, tabs). */
export function TabPanes({ label, items, active, choose, className }: TabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const at = Math.max(
    0,
    items.findIndex(({ key }) => key === active),
  );
  const shown = items[at];
  const press = (event: KeyboardEvent): void => {
    const last = items.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ];
    const item = to === undefined ? undefined : items[to];
    if (to === undefined || !item) return;
    event.preventDefault();
    choose(item.key);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[to]?.focus();
  };
  return (
    <div className={className}>
      <div ref={list} role="tablist" aria-label={label} className="kit-tabs" onKeyDown={press}>
        {items.map((item) => {
          const isActive = item === shown;
          return (
            <button
              key={item.key}
              type="button"
              role="tab"
              id={`${id}-${item.key}`}
              aria-selected={isActive}
              {...(isActive && { 'aria-controls': `${id}-panel` })}
              tabIndex={isActive ? 0 : -1}
              onClick={() => choose(item.key)}
            >
              {item.label}
            </button>
          );
        })}
      </div>
      {shown && (
        <div
          key={shown.key}
          role="tabpanel"
          id={`${id}-panel`}
          aria-labelledby={`${id}-${shown.key}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls is reached by the keyboard.
          tabIndex={0}
        >
          {shown.children}
        </div>
      )}
    </div>
  );
}
