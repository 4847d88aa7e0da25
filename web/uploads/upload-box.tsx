import { CameraOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { type DragEvent, useEffect, useId, useRef, useState } from 'react';
import { evidenceTypeNames, evidenceTypes } from '#domain/evidence';
import { ask } from '#web/api/client.ts';
import { ChooseFiles } from '#web/kit/choose-files.tsx';
import { sizeText } from '#web/kit/size.ts';
import { uploads } from '#web/messages/files.ts';
import { useTell } from '#web/messages/language.tsx';
import { forgetUpload, type KeptUpload, unfinishedUploads } from './parts-kept.ts';
import { nameOf, type Place, samePlace } from './place.ts';
import { addFiles, type KnownFile, useUploads } from './queue.ts';
import type { UploadedFile } from './transfer.ts';
import { UploadList } from './upload-list.tsx';
import './uploads.css';

type UploadBoxProps = {
  readonly place: Place;
  /** What the file is, for those who do not see where the box stands. */
  readonly label: string;
  readonly many?: boolean;
  /** The files that are there, to tell when the same comes again. */
  readonly known?: readonly KnownFile[];
  /** A file arrived and was confirmed. */
  readonly arrived: (file: UploadedFile) => void;
};

const accept = [
  ...evidenceTypeNames,
  ...evidenceTypeNames.flatMap((type) => evidenceTypes[type].extensions.map((each) => `.${each}`)),
].join(',');

const isPhone = (): boolean => matchMedia('(pointer: coarse)').matches;

/** Brings files in: dropped, chosen or photographed. What may be brought is told beforehand. */
export function UploadBox({ place, label, many = false, known = [], arrived }: UploadBoxProps) {
  const tell = useTell();
  const hint = useId();
  const [shrink, setShrink] = useState(true);
  const [isOver, setOver] = useState(false);
  const items = useUploads(place);
  const now = useRef(known);
  now.current = known;
  const choose = many ? uploads.choose : uploads.chooseOne;
  const add = (files: readonly File[]): void =>
    addFiles(files.slice(0, many ? undefined : 1), { place, shrink, arrived, isOne: !many, known: () => now.current });
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  return (
    <div className="stack" style={{ gap: 8 }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a place to drop files at is a group, not a fieldset */}
      <div
        className={isOver ? 'upload-box upload-over' : 'upload-box'}
        role="group"
        aria-label={label}
        aria-describedby={hint}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <div className="row" style={{ justifyContent: 'center' }}>
          <span className="quiet upload-drop">{tell(uploads.drop)}</span>
          <ChooseFiles
            label={tell(choose)}
            name={`${tell(choose)} ${label}`}
            icon={<UploadOutlined aria-hidden />}
            accept={accept}
            many={many}
            take={add}
          />
          {isPhone() && (
            <ChooseFiles
              label={tell(uploads.photo)}
              name={`${tell(uploads.photo)} ${label}`}
              icon={<CameraOutlined aria-hidden />}
              accept="image/jpeg,image/png"
              camera
              take={add}
            />
          )}
        </div>
        <p className="quiet" id={hint}>
          {tell(
            uploads.limits(
              sizeText(evidenceTypes['application/pdf'].limit),
              sizeText(evidenceTypes['image/jpeg'].limit),
            ),
          )}
        </p>
        <Checkbox checked={shrink} onChange={(event) => setShrink(event.target.checked)}>
          {tell(uploads.shrink)}
        </Checkbox>
      </div>
      <UploadList items={items} />
      <Unfinished place={place} isBusy={items.length > 0} />
    </div>
  );
}

/** Uploads that broke before this page was opened: chosen again, the same file goes on where it was. */
function Unfinished({ place, isBusy }: { readonly place: Place; readonly isBusy: boolean }) {
  const tell = useTell();
  const [kept, setKept] = useState<readonly KeptUpload[]>([]);
  const name = nameOf(place);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the place by its name; read anew when the queue changes
  useEffect(() => {
    let isGone = false;
    unfinishedUploads().then((all) => isGone || setKept(all.filter((each) => samePlace(each.place, place))));
    return () => {
      isGone = true;
    };
  }, [name, isBusy]);
  if (isBusy || kept.length === 0) return null;
  const giveUp = async ({ fileId }: KeptUpload): Promise<void> => {
    setKept((before) => before.filter((each) => each.fileId !== fileId));
    await forgetUpload(fileId);
    // The office's letter cannot be taken back; the bucket forgets it in two days.
    if (place.purpose === 'evidence') await ask('delete', '/files/{fileId}', { fileId }).catch(() => undefined);
  };
  return (
    <ul className="upload-list" aria-label={tell(uploads.unfinished)}>
      {kept.map((each) => (
        <li key={each.fileId} className="row spread">
          <span>{tell(uploads.unfinishedHelp(each.fileName, Math.floor(each.done * 100)))}</span>
          <Button size="small" onClick={() => giveUp(each)} aria-label={tell(uploads.giveUpOf(each.fileName))}>
            {tell(uploads.giveUp)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
