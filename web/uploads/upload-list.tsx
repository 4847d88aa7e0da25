import { Button, Progress } from 'antd';
import { Problem } from '#web/api/problem.ts';
import { sizeText } from '#web/kit/size.ts';
import { uploads } from '#web/messages/files.ts';
import { kit } from '#web/messages/kit.ts';
import { useTell } from '#web/messages/language.tsx';
import type { Said } from '#web/messages/say.ts';
import { cancelUpload, dismissUpload, retryUpload, type UploadItem } from './queue.ts';

const percentOf = (done: number): number => Math.floor(done * 100);

/** Why an upload stopped, in the server's words where it has some. */
function reasonOf({ phase, refusal, error, same }: UploadItem): Said {
  if (phase === 'unreadable') return uploads.unreadable;
  if (refusal) return refusal;
  if (same?.isHere) return uploads.duplicateHere(same.fileName);
  if (error instanceof Problem) return error.fields[0] ?? error.words;
  return uploads.failed;
}

function wordsOf(item: UploadItem): Said {
  switch (item.phase) {
    case 'waiting':
      return uploads.waiting;
    case 'checking':
      return uploads.checking;
    case 'shrinking':
      return uploads.shrinking;
    case 'sending':
      return uploads.sending(percentOf(item.done));
    case 'offline':
      return uploads.offline;
    case 'confirming':
      return uploads.confirming;
    case 'done':
      return uploads.done;
    case 'cancelled':
      return uploads.cancelled;
    default:
      return reasonOf(item);
  }
}

/** The files under way, and those that did not get through, each with what can be done about it. */
export function UploadList({ items }: { readonly items: readonly UploadItem[] }) {
  const tell = useTell();
  // What arrived stands in the list of what is there.
  const shown = items.filter(({ phase, shrunk, same }) => phase !== 'done' || shrunk || same);
  if (shown.length === 0) return null;
  return (
    <ul className="upload-list" aria-label={tell(uploads.running)}>
      {shown.map((item) => (
        <UploadRow key={item.key} item={item} />
      ))}
    </ul>
  );
}

const moving = ['checking', 'shrinking', 'sending', 'offline', 'confirming'];
const doubted = ['duplicate', 'unreadable'];
const stopped = [...doubted, 'refused', 'failed'];

function UploadRow({ item }: { readonly item: UploadItem }) {
  const tell = useTell();
  const { key, name, size, phase, done, shrunk, resumedAt, same } = item;
  const isStopped = stopped.includes(phase);
  return (
    <li>
      <div className="row spread">
        <span>
          {name} <span className="figures quiet">{sizeText(size)}</span>
        </span>
        <Acts item={item} />
      </div>
      {moving.includes(phase) && (
        <Progress percent={percentOf(done)} size="small" showInfo={false} aria-label={tell(uploads.progressOf(name))} />
      )}
      <p className={isStopped ? 'upload-trouble' : 'quiet'} role={isStopped ? 'alert' : 'status'} key={key}>
        {tell(wordsOf(item))}
      </p>
      {resumedAt !== undefined && phase !== 'done' && (
        <p className="quiet figures">{tell(uploads.resumed(percentOf(resumedAt)))}</p>
      )}
      {shrunk && <p className="quiet figures">{tell(uploads.shrunk(sizeText(shrunk.from), sizeText(shrunk.to)))}</p>}
      {same && !same.isHere && <p className="quiet">{tell(uploads.duplicateElsewhere(same.fileName))}</p>}
    </li>
  );
}

function Acts({ item: { key, phase, name } }: { readonly item: UploadItem }) {
  const tell = useTell();
  const button = (label: Said, onClick: () => void) => (
    <Button size="small" onClick={onClick} aria-label={`${tell(label)} ${name}`}>
      {tell(label)}
    </Button>
  );
  if (phase === 'waiting' || moving.includes(phase)) return button(kit.cancel, () => cancelUpload(key));
  return (
    <span className="row" style={{ gap: 8 }}>
      {(phase === 'failed' || phase === 'cancelled') && button(uploads.retry, () => retryUpload(key))}
      {doubted.includes(phase) && button(uploads.uploadAnyway, () => retryUpload(key, true))}
      {button(uploads.dismiss, () => dismissUpload(key))}
    </span>
  );
}
