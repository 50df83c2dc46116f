import { memo } from 'react';
import type { CanvasCard } from '../../state/canvas/types.ts';
import { KindIcon } from '../kit/icons.tsx';
import styles from './Card.module.css';
import { HealthMark } from './HealthMark.tsx';

/** The head of a card: icon, kind, namespace, name and health. Far out it is all there is. */
export const CardHead = memo(function CardHead({ card }: { readonly card: CanvasCard }) {
  const about = [card.kind, card.subtitle, card.showsNamespace ? card.namespace : undefined];
  return (
    <div className={styles.head}>
      <span className={styles.tile}>
        <KindIcon icon={card.icon} family={card.family} />
      </span>
      <span className={styles.words}>
        {/* In the place of what it says otherwise, so that a card does not grow while a person types. */}
        {card.stale === undefined ? null : (
          <span className={styles.stale} title={card.stale}>
            Not read since: {card.stale}
          </span>
        )}
        <span
          className={styles.about}
          hidden={card.stale !== undefined}
          title={about.filter((each) => each !== undefined).join(' · ')}
        >
          {about
            .filter((each) => each !== undefined)
            .map((each) => (
              <span key={each}>{each}</span>
            ))}
        </span>
        <span className={styles.name} title={card.name}>
          {card.name === '' ? 'no name' : card.name}
        </span>
      </span>
      {card.isGhost ? null : <HealthMark health={card.health} stale={card.stale} />}
    </div>
  );
});
