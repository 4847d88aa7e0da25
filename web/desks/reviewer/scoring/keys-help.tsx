import { Modal } from 'antd';
import { useTell } from '#web/messages/language.tsx';
import { scoring } from '#web/messages/reviewer-scoring.ts';

const list = [
  { keys: ['j', 'k', '↓', '↑'], does: scoring.keyList.move },
  { keys: ['Enter'], does: scoring.keyList.enter },
  { keys: ['b'], does: scoring.keyList.blank },
  { keys: ['1', '2', '3', '4'], does: scoring.keyList.levels },
  { keys: ['1', '2', '0'], does: scoring.keyList.deduction },
  { keys: ['0', '…', '9'], does: scoring.keyList.ratio },
  { keys: ['1', '0'], does: scoring.keyList.yesNo },
  { keys: ['+', '-'], does: scoring.keyList.nudge },
  { keys: ['m'], does: scoring.keyList.mark },
  { keys: ['c'], does: scoring.keyList.comment },
  { keys: ['e'], does: scoring.keyList.evidence },
  { keys: [']', '['], does: scoring.keyList.case },
  { keys: ['s'], does: scoring.keyList.submit },
  { keys: ['Esc'], does: scoring.keyList.leave },
  { keys: ['?', '/'], does: scoring.keyList.help },
] as const;

/** What each key does. */
export function KeysHelp({ open, close }: { readonly open: boolean; readonly close: () => void }) {
  const tell = useTell();
  return (
    <Modal open={open} title={tell(scoring.keys)} footer={null} onCancel={close} width={560}>
      <p className="quiet">{tell(scoring.keysHelp)}</p>
      <dl className="scoring-keys">
        {list.map(({ keys, does }) => (
          <div key={tell(does)}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{tell(does)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
