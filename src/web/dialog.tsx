/**
 * A short question over the page; records open in pages of their own, never only here.
 *
 *   <Dialog opened={asking} onClose={() => setAsking(false)} title={t('delete.title')}>
 *     <p>{t('delete.text')}</p>
 *     <div className="buttons">
 *       <button type="button" className="button danger" onClick={remove}>{t('delete.go')}</button>
 *       <button type="button" className="button" onClick={() => setAsking(false)} data-autofocus>{t('shell:cancel')}</button>
 *     </div>
 *   </Dialog>
 *
 * Without `onClose` it stays until its own buttons close it.
 */
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

export const Dialog = ({ opened, onClose, title, children }: { opened: boolean; onClose?: () => void; title: string; children: ReactNode }) => (
  <Modal.Root opened={opened} onClose={onClose ?? (() => undefined)} closeOnEscape={onClose !== undefined} closeOnClickOutside={onClose !== undefined} centered>
    <Modal.Overlay />
    <Modal.Content>
      <Modal.Body>
        <Modal.Title>{title}</Modal.Title>
        {children}
      </Modal.Body>
    </Modal.Content>
  </Modal.Root>
);
