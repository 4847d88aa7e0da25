import { Button, type ButtonProps } from 'antd';
import { useRef } from 'react';

type ChooseFilesProps = Pick<ButtonProps, 'icon' | 'type' | 'loading'> & {
  readonly label: string;
  /** Of the field itself, where the button's label does not say it all. */
  readonly name?: string;
  readonly accept: string;
  readonly many?: boolean;
  /** Opens the camera of a phone at once. */
  readonly camera?: boolean;
  readonly take: (files: readonly File[]) => void;
};

/** A button by which files are chosen from this machine; nothing is sent yet. */
export function ChooseFiles({ label, name = label, accept, many, camera, take, ...button }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        // Not `hidden`: a form's own style shows it all the same.
        style={{ display: 'none' }}
        aria-label={name}
        accept={accept}
        multiple={many}
        {...(camera && { capture: 'environment' as const })}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file can be chosen again.
          target.value = '';
          if (files.length > 0) take(files);
        }}
      />
    </>
  );
}
