import { type StateNoun, wordOf } from '#domain/state-words';
import { useLanguage } from '#web/messages/language.tsx';
import './status.css';

type Tone = 'good' | 'warn' | 'seal' | 'action' | 'quiet';

const tones: Readonly<Record<Tone, readonly string[]>> = {
  good: [
    'named',
    'cleared',
    'accepted',
    'recommended',
    'confirmed',
    'published',
    'signed',
    'valid',
    'checked',
    'scored',
    'shortlisted',
    'complete',
    'concluded',
    'upheld',
    'answered',
    'done',
  ],
  warn: [
    'returned',
    'supplementing',
    'unlocked',
    'sent-back',
    'rectifying',
    'vacant',
    'overdue',
    'asked',
    'invited',
    'pending',
    'received',
    'under-re-review',
  ],
  seal: ['rejected', 'removed', 'revoked', 'abandoned', 'refused', 'declined', 'expired', 'inadmissible', 'failed'],
  action: [
    'submitted',
    'self-assessing',
    'self-assessed',
    'under-review',
    'scoring',
    'in-publicity',
    'accepting',
    'assessing',
    'reviewing',
    'ranking',
    'listing',
    'publicizing',
    'deciding',
    'naming',
    'open',
    'admitted',
    'investigating',
    'in-approval',
    'running',
  ],
  quiet: [],
};

const circle = 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 0 0 0-13z';
const drawn: Readonly<Record<Tone | 'draft', string>> = {
  good: `${circle}M5 8.2l2.1 2.1L11 6.2`,
  warn: `${circle}M8 4.6v4.2M8 11.2v.1`,
  seal: `${circle}M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2`,
  action: `${circle}M8 4.6V8l2.3 1.7`,
  quiet: `${circle}M5.2 8h5.6`,
  draft: 'M2.8 13.2l.7-2.8L10.9 3a1.2 1.2 0 0 1 1.7 0l.4.4a1.2 1.2 0 0 1 0 1.7L5.6 12.5z',
};

const toneOf = (state: string): Tone =>
  (Object.keys(tones) as Tone[]).find((tone) => tones[tone].includes(state)) ?? 'quiet';

/**
 * A state as icon and word, never by colour alone. The words are the domain's (`state-words`). The icon is drawn here:
 * a long list has thousands, and those of the library cost the browser six elements and an effect each.
 */
export function Status({ state, of = 'state' }: { readonly state: string; readonly of?: StateNoun }) {
  const { language } = useLanguage();
  const tone = toneOf(state);
  return (
    <span className={`status ${tone}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={drawn[state === 'draft' ? 'draft' : tone]} />
      </svg>
      {wordOf(of, state, language)}
    </span>
  );
}
