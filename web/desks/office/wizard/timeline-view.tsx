import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { Calendar } from '#domain/calendar';
import { useLanguage, useTell } from '#web/messages/language.tsx';
import { wizard } from '#web/messages/wizard.ts';
import { DayRemarks } from './day-remarks.tsx';
import type { PlanState } from './state.ts';
import { type Stretch, timelineOf } from './timeline.ts';

type TimelineProps = { readonly state: PlanState; readonly calendar: Calendar };

/** The season as a line of dates, with the days between them. */
export function TimelineView({ state, calendar }: TimelineProps) {
  const tell = useTell();
  const { language } = useLanguage();
  const { stretches, publicity, missingYears } = timelineOf(state, calendar);
  const { windows, year } = state;
  const opens = windows.opensAt;
  return (
    <>
      {missingYears.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ margin: '8px 0' }}
          title={tell(wizard.yearsMissing(missingYears.join(language === 'zh' ? '、' : ', ')))}
          action={
            <Link to="/reference" search={{ tab: 'calendar' }}>
              {tell(wizard.loadYears)}
            </Link>
          }
        />
      )}
      <ol className="wizard-line">
        {opens.day !== '' && (
          <li>
            <strong className="figures">{opens.day}</strong> {tell(wizard.windows.opensAt)}
            <DayRemarks day={opens.day} {...{ year, calendar }} />
          </li>
        )}
        {stretches.map((stretch) => (
          <li key={stretch.name} className={stretch.name}>
            <strong className="figures">{stretch.to}</strong> {tell(wizard.windows[stretch.name])}
            <DayRemarks day={stretch.to} {...{ year, calendar }} />
            <br />
            <span className="quiet figures">
              {stretch.name === 'publicity' && publicity
                ? tell(wizard.publicityDaysAre(publicity.firstDay, publicity.lastDay))
                : tell(lengthOf(stretch))}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

const lengthOf = ({ days, workingDays }: Stretch) =>
  workingDays === undefined ? wizard.stretch(days) : wizard.stretchWorking(days, workingDays);
