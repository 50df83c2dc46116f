import { memo } from 'react';
import type { CanvasCard } from '../../state/canvas/types.ts';
import { KindIcon } from '../kit/icons.tsx';
import styles from './Card.module.css';
import { HealthMark } from './HealthMark.tsx';

interface CardHeadProps {
  readonly card: CanvasCard;
  readonly isFar: boolean;
}

/** The head of a card: icon, kind, namespace, name and health. Far out it is all there is. */
export const CardHead = memo(function CardHead({ card, isFar }: CardHeadProps) {
  return (
    <div className={styles.head}>
      <span className={styles.tile}>
        <KindIcon icon={card.icon} family={card.family} />
      </span>
      <span className={styles.words}>
        {isFar ? null : <About card={card} />}
        <span className={styles.name} title={card.name}>
          {card.name === '' ? 'no name' : card.name}
        </span>
      </span>
      {card.isGhost ? null : <HealthMark health={card.health} stale={card.stale} />}
    </div>
  );
});

function About({ card }: { readonly card: CanvasCard }) {
  // In the place of what it says otherwise, so that a card does not grow while a person types.
  if (card.stale !== undefined) {
    return (
      <span className={styles.stale} title={card.stale}>
        Not read since: {card.stale}
      </span>
    );
  }
  const namespace = card.showsNamespace ? card.namespace : undefined;
  const about = [card.kind, card.subtitle, namespace].filter((each) => each !== undefined);
  return (
    <span className={styles.about} title={about.join(' · ')}>
      {about.map((each) => (
        <span key={each} data-namespace={each === namespace || undefined}>
          {each}
        </span>
      ))}
    </span>
  );
}
